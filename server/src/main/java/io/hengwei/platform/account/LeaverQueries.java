package io.hengwei.platform.account;

import io.hengwei.platform.identity.AccountSettings;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts of persons who left, by their end date, by what the unit reported, because they were switched off or are
/// gone from a directory, as long as something is still open; and those that end soon.
@Component
@Transactional(readOnly = true)
class LeaverQueries {
    private static final Sort NAME = Sort.text("name", "(p.name collate \"zh-Hans-CN-x-icu\")");

    /// Why somebody stands in the list.
    enum Leaving {
        LEFT,
        /// The directory that proves the person does not know him any more.
        GONE,
        REPORTED,
        ENDED,
        ENDING
    }

    /// @param report the application that says so, not yet executed
    record Leaver(
            UserId id,
            String name,
            Refs.Unit unit,
            Leaving leaving,
            boolean active,
            @Nullable Instant endsAt,
            @Nullable String report,
            @Nullable UUID reportId,
            @Nullable Instant dueAt,
            int openRecords,
            int grants,
            int memberships,
            int sessions,
            int tokens) {}

    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;

    LeaverQueries(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    Slice<Leaver> list(@Nullable Leaving leaving, Page page) {
        return query(leaving).inScope("person:read", "p.unit", "p.id").slice(db, page, "p.id", Leaver.class);
    }

    void stream(@Nullable Leaving leaving, Page page, int limit, Consumer<Leaver> each) {
        query(leaving).inScope("account-request:export", "p.unit", "p.id").stream(
                db, page, "p.id", limit, Leaver.class, each);
    }

    private Sql query(@Nullable Leaving leaving) {
        var now = clock.instant();
        var why = """
            case when not p.active then 'LEFT' when p.ends_at <= timestamptz '%s' then 'ENDED' when o.gone_at is not null then 'GONE' when r.id is not null then 'REPORTED' else 'ENDING' end""".formatted(now);
        return Sql.select("""
            p.id, p.name, u.id as unit_id, u.name as unit_name, %s as leaving, p.active, p.ends_at, r.number as report, r.id as report_id, r.due_at,
            w.open_records, o.grants, o.memberships, o.sessions, o.tokens""".formatted(why))
                .from("identity.person_card p", """
                    join identity.open_account_card o on o.person = p.id
                    left join lateral (select a.id, a.number, a.due_at from account.account_request a where a.person = p.id and a.request = 'CLOSE' and a.state = 'AGREED'
                        order by a.due_at limit 1) r on true
                    left join lateral (select count(*) as open_records from record.record_card c where c.assignee = p.id and c.phase <> 'DONE') w on true""")
                .decoratedBy("join identity.unit_card u on u.id = p.unit")
                .moving(
                        "(p.ends_at < :warnedUntil or r.id is not null or o.gone_at is not null or not p.active)",
                        now.plus(settings.value(AccountSettings.END_WARNING)))
                .when(true, "(p.active or o.grants + o.memberships + o.sessions + o.tokens + w.open_records > 0)")
                .where("(" + why + ") = :leaving", leaving == null ? null : leaving.name())
                .sortedBy(NAME);
    }
}
