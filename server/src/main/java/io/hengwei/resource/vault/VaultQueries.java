package io.hengwei.resource.vault;

import io.hengwei.platform.record.Due;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.SqlValues;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What may be known of confidential passwords without reading them.
@Component
class VaultQueries {
    /// @param exposedAt since when somebody knows the password who left or may no longer read it
    record Row(
            SecretEntryId id,
            String name,
            SecretKind secretKind,
            String account,
            Refs.@Nullable System system,
            Refs.Unit unit,
            Refs.Person custodian,
            Refs.Person filedWith,
            Instant filedAt,
            String releaseRule,
            @Nullable Integer renewDays,
            Instant renewedAt,
            Instant renewBy,
            @Nullable Instant exposedAt,
            Refs.@Nullable Person exposedBy,
            @Nullable Instant retiredAt,
            String notes,
            int number,
            long version) {}

    record Filter(
            @Nullable @Size(max = 100) String q,
            @Nullable Set<SecretKind> secretKind,
            @Nullable UUID unit,
            @Nullable UUID system,
            @Nullable UUID custodian,
            @Nullable Due due,
            @Nullable Boolean exposed,
            @Nullable Boolean retired) {}

    record Counts(int overdue, int soon, int exposed) {}

    private static final Sort NEXT = Sort.soonest("renewBy", "e.renew_by");
    private static final Sort NAME = Sort.text("name", "e.name collate \"zh-Hans-CN-x-icu\"");
    private static final String COLUMNS = """
        e.id, e.name, e.secret_kind, e.account, s.id as system_id, s.name as system_name, s.system_class as system_system_class,
        u.id as unit_id, u.name as unit_name, c.id as custodian_id, c.name as custodian_name, cu.name as custodian_unit,
        f.id as filed_with_id, f.name as filed_with_name, fu.name as filed_with_unit, e.filed_at, e.release_rule, e.renew_days, e.renewed_at,
        e.renew_by, e.exposed_at, x.id as exposed_by_id, x.name as exposed_by_name, xu.name as exposed_by_unit, e.retired_at, e.notes, e.number, e.version""";
    private static final String DECORATION = """
        left join cmdb.system_card s on s.id = e.system join identity.unit_card u on u.id = e.unit
        join identity.person_card c on c.id = e.custodian join identity.unit_card cu on cu.id = c.unit
        join identity.person_card f on f.id = e.filed_with join identity.unit_card fu on fu.id = f.unit
        left join identity.person_card x on x.id = e.exposed_by left join identity.unit_card xu on xu.id = x.unit""";

    private final JdbcClient db;
    private final VaultSight sight;
    private final SecretEntries entries;
    private final Settings settings;
    private final Clock clock;

    VaultQueries(JdbcClient db, VaultSight sight, SecretEntries entries, Settings settings, Clock clock) {
        this.db = db;
        this.sight = sight;
        this.entries = entries;
        this.settings = settings;
        this.clock = clock;
    }

    Slice<Row> list(Filter filter, Page page) {
        return sight.seeing(() -> scoped(filter).sortedBy(NEXT, NAME).slice(db, page, "e.id", Row.class));
    }

    Row one(SecretEntryId id) {
        entries.get(id);
        return sight.seeing(() -> db.sql("select " + COLUMNS + " from vault.entry e " + DECORATION + " where e.id = ?")
                .param(id.value())
                .query(Rows.of(Row.class))
                .optional()
                .orElseThrow(() -> new NotFound(id)));
    }

    Counts counts() {
        var now = clock.instant();
        var sql = scoped(new Filter(null, null, null, null, null, null, null, null));
        return sight.seeing(() -> db.sql("""
                        select count(*) filter (where e.renew_by < :now)::int as overdue,
                            count(*) filter (where e.renew_by >= :now and e.renew_by < :soon)::int as soon,
                            count(e.exposed_at)::int as exposed """ + sql.fromWhere())
                .params(sql.parameters())
                .param("now", SqlValues.of(now))
                .param("soon", SqlValues.of(until(Due.SOON)))
                .query(Rows.of(Counts.class))
                .single());
    }

    private Sql scoped(Filter filter) {
        var sql = Sql.select(COLUMNS)
                .from("vault.entry e")
                .decoratedBy(DECORATION)
                .where("(e.name ilike :text or e.account ilike :text)", Like.containing(filter.q()))
                .where("e.secret_kind = any(:kind)", filter.secretKind())
                .where("e.unit = :unit", filter.unit())
                .where("e.system = :system", filter.system())
                .where("e.custodian = :custodian", filter.custodian())
                .when(Boolean.TRUE.equals(filter.exposed()), "e.exposed_at is not null")
                .when(Boolean.FALSE.equals(filter.exposed()), "e.exposed_at is null")
                .when(Boolean.TRUE.equals(filter.retired()), "e.retired_at is not null")
                .when(!Boolean.TRUE.equals(filter.retired()), "e.retired_at is null");
        if (filter.due() != null) sql.moving("e.renew_by < :dueUntil", until(filter.due()));
        var own = Scope.current().me().value().equals(filter.custodian());
        return sql.inScope(VaultSight.LIST, "e.unit", "e.custodian", own);
    }

    private Instant until(Due due) {
        var now = clock.instant();
        return due == Due.OVERDUE ? now : now.plus(Duration.ofDays(settings.value(VaultSettings.DUE_SOON)));
    }
}
