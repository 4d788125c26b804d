package io.hengwei.platform.record;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The numbers people say on the phone: `INC0000042`. One sequence a prefix; a refused opening may leave a gap.
@Component
class Numbers {
    private final JdbcClient db;

    Numbers(JdbcClient db) {
        this.db = db;
    }

    String next(String prefix) {
        var value = db.sql("select nextval(cast('record.number_' || lower(?) as regclass))")
                .param(prefix)
                .query(Long.class)
                .single();
        return "%s%07d".formatted(prefix, value);
    }
}
