package io.hengwei.resource.vault;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The entries of the vault, as acts load and write them.
@Component
class SecretEntries {
    private final JdbcClient db;
    private final VaultSight sight;

    SecretEntries(JdbcClient db, VaultSight sight) {
        this.db = db;
        this.sight = sight;
    }

    /// The entry, for whoever may know of it.
    SecretEntry get(SecretEntryId id) {
        return sight.seeing(() -> db.sql("""
                        select id, unit, name, system, custodian, secret_kind, renew_days, number, renewed_at, version, retired_at
                        from vault.entry where id = ?""")
                .param(id.value())
                .query(Rows.of(SecretEntry.class))
                .optional()
                .filter(entry -> entry.mayBeSeenBy(Scope.current()))
                .orElseThrow(() -> new NotFound(id)));
    }

    void insert(SecretEntryId id, SecretForm form, Instant now, Instant renewBy) {
        db.sql("""
                        insert into vault.entry (id, unit, version, name, secret_kind, account, system, custodian, filed_with, filed_at, release_rule,
                            renew_days, notes, number, renewed_at, renew_by, changed_by, changed_at)
                        values (:id, :unit, 1, :name, :kind, :account, :system, :custodian, :filedWith, :now, :rule, :days, :notes, 1, :now, :renewBy, :me, :now)""")
                .params(parameters(id, form, now))
                .param("renewBy", SqlValues.of(renewBy))
                .update();
    }

    /// @return whether the entry was still in the version seen
    boolean revise(SecretEntryId id, long seen, SecretForm form, Instant now, Instant renewBy) {
        return db.sql("""
                        update vault.entry set unit = :unit, name = :name, secret_kind = :kind, account = :account, system = :system, custodian = :custodian,
                            filed_at = case when filed_with = :filedWith then filed_at else :now end, filed_with = :filedWith, release_rule = :rule,
                            renew_by = :renewBy, renew_days = :days, notes = :notes, changed_by = :me, changed_at = :now, version = version + 1
                        where id = :id and version = :seen and retired_at is null""")
                        .params(parameters(id, form, now))
                        .param("renewBy", SqlValues.of(renewBy))
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /// What is set anew is known to nobody who left, and is filed anew.
    boolean renew(SecretEntry entry, long seen, Instant now, Instant renewBy) {
        return db.sql("""
                        update vault.entry set number = number + 1, renewed_at = :now, renew_by = :renewBy, filed_at = :now, exposed_at = null,
                            exposed_by = null, changed_by = :me, changed_at = :now, version = version + 1
                        where id = :id and version = :seen and retired_at is null""")
                        .param("id", entry.id().value())
                        .param("now", SqlValues.of(now))
                        .param("renewBy", SqlValues.of(renewBy))
                        .param("me", Scope.current().me().value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    boolean retire(SecretEntryId id, long seen, Instant now) {
        return db.sql("""
                        update vault.entry set retired_at = :now, changed_by = :me, changed_at = :now, version = version + 1
                        where id = :id and version = :seen and retired_at is null""")
                        .param("id", id.value())
                        .param("now", SqlValues.of(now))
                        .param("me", Scope.current().me().value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> parameters(SecretEntryId id, SecretForm form, Instant now) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id.value());
        values.put("unit", form.unit().value());
        values.put("name", form.name().strip());
        values.put("kind", form.secretKind().name());
        values.put("account", form.account().strip());
        values.put("system", form.system() == null ? null : form.system().value());
        values.put("custodian", form.custodian().value());
        values.put("filedWith", form.filedWith().value());
        values.put("rule", form.releaseRule().strip());
        values.put("days", form.renewDays());
        values.put("notes", form.text());
        values.put("me", Scope.current().me().value());
        values.put("now", SqlValues.of(now));
        return values;
    }
}
