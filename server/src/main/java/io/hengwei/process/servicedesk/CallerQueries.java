package io.hengwei.process.servicedesk;

import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the caller while the desk types: by name or by phone, with what is already open for that person.
@Component
@Transactional(readOnly = true)
class CallerQueries {
    record Caller(
            Refs.Person person,
            Refs.Unit unit,
            @Nullable String phone,
            @Nullable String email,
            int openIncidents) {}

    private final io.hengwei.platform.identity.Directory directory;
    private final JdbcClient db;

    CallerQueries(io.hengwei.platform.identity.Directory directory, JdbcClient db) {
        this.directory = directory;
        this.db = db;
    }

    List<Caller> matching(String typed) {
        Scope.current().require("intake:desk");
        return directory.contacts(typed, 10).stream()
                .map(c -> new Caller(
                        new Refs.Person(c.id().value(), c.name(), c.unit()),
                        new Refs.Unit(c.unitId().value(), c.unit()),
                        c.phone(),
                        c.email(),
                        open(c.id().value())))
                .toList();
    }

    private int open(java.util.UUID person) {
        return db.sql(
                        "select count(*) from (select 1 from record.record_card where requester = ? and phase <> 'DONE' limit 100) counted")
                .param(person)
                .query(Integer.class)
                .single();
    }
}
