package io.hengwei.resource.vault;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who knows the present passwords: whoever typed one or has opened it. When one of them has left, or may no longer
/// read it, the password is to be renewed.
@Component
class Knowledge {
    /// A person who knows the present password of an entry, since when.
    private static final String KNOWERS = """
        select e.id as entry, e.unit, e.custodian, p.id as person, k.since
        from vault.entry e cross join lateral (
            select w.person, min(w.at) as since from (
                select r.person, r.opened_at as at from vault.reveal r where r.entry = e.id and r.number = e.number and r.opened_at is not null
                union all
                select s.set_by, s.set_at from vault.secret s where s.entry = e.id and s.number = e.number and not s.made) w
            group by w.person) k
        join identity.person_card p on p.id = k.person where e.retired_at is null""";

    record Knower(SecretEntryId entry, UnitId unit, UserId custodian, UserId person, Instant since) {
        boolean isCustodian() {
            return person.equals(custodian);
        }
    }

    private final JdbcClient db;
    private final Directory directory;

    Knowledge(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    List<Knower> of(SecretEntryId entry) {
        return db.sql(KNOWERS + " and e.id = ? order by k.since")
                .param(entry.value())
                .query(Rows.of(Knower.class))
                .list();
    }

    /// Marks what somebody knows who should not any more; answers how many entries.
    int markExposed(Instant now) {
        var readers = new HashMap<UnitId, Set<UserId>>();
        var exposed = new HashMap<SecretEntryId, UserId>();
        for (var knower : db.sql(KNOWERS + " and e.exposed_at is null order by k.since")
                .query(Rows.of(Knower.class))
                .list()) {
            var may = readers.computeIfAbsent(knower.unit(), unit -> directory.peopleWith(VaultSight.REVEAL, unit));
            if (!may.contains(knower.person()) && !keepsItStill(knower))
                exposed.putIfAbsent(knower.entry(), knower.person());
        }
        exposed.forEach((entry, person) -> mark(entry, person, now));
        return exposed.size();
    }

    private boolean keepsItStill(Knower knower) {
        return knower.isCustodian()
                && directory
                        .scopeOf(knower.person())
                        .filter(it -> it.maySomewhere(VaultSight.OWN))
                        .isPresent();
    }

    private void mark(SecretEntryId entry, UserId person, Instant now) {
        db.sql("update vault.entry set exposed_at = ?, exposed_by = ? where id = ? and exposed_at is null")
                .param(SqlValues.of(now))
                .param(person.value())
                .param(entry.value())
                .update();
    }
}
