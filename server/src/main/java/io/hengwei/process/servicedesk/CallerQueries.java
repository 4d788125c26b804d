package io.hengwei.process.servicedesk;

import io.hengwei.platform.identity.Contacts;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the caller while the desk types: by name or by phone, with what is already open for that person.
@Component
@Transactional
class CallerQueries {
    record Caller(
            Refs.Person person,
            Refs.Unit unit,
            @Nullable String phone,
            @Nullable String email,
            int openIncidents) {}

    private final Contacts contacts;
    private final JdbcClient db;

    CallerQueries(Contacts contacts, JdbcClient db) {
        this.contacts = contacts;
        this.db = db;
    }

    List<Caller> matching(String typed) {
        Scope.current().require("intake:desk");
        var found = contacts.matching(typed, 10);
        var open = open(found.stream().map(c -> c.id().value()).toArray(UUID[]::new));
        return found.stream()
                .map(c -> new Caller(
                        new Refs.Person(c.id().value(), c.name(), c.unit()),
                        new Refs.Unit(c.unitId().value(), c.unit()),
                        c.phone(),
                        c.email(),
                        open.getOrDefault(c.id().value(), 0)))
                .toList();
    }

    private Map<UUID, Integer> open(UUID[] people) {
        var open = new HashMap<UUID, Integer>();
        db.sql("""
            select p.id, (select count(*) from (select 1 from record.record_card c
                where c.requester = p.id and c.kind = 'INCIDENT' and c.phase <> 'DONE' limit 100) counted)
            from unnest(?) p (id)""").param(people).query(row -> {
            open.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return open;
    }
}
