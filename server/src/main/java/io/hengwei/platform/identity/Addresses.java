package io.hengwei.platform.identity;

import static java.util.stream.Collectors.toMap;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where active people can be written to, and in which language.
@Component
public class Addresses {
    /// @param language `zh-CN` or `en-US`; null when the person never said
    public record Address(
            UserId id,
            String name,
            @Nullable String email,
            @Nullable String language,
            UnitId unit) {}

    private final JdbcClient db;

    Addresses(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Map<UserId, Address> of(Collection<UserId> people) {
        if (people.isEmpty()) return Map.of();
        return db
                .sql(
                        "select p.id, c.name, p.email, p.language, c.unit from identity.person p join identity.person_card c on c.id = p.id where p.id = any(?) and c.active")
                .param(SqlValues.of(people))
                .query(Rows.of(Address.class))
                .list()
                .stream()
                .collect(toMap(Address::id, address -> address));
    }
}
