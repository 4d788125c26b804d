package io.hengwei.platform.account;

import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.record.Due;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTokens;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.search.SearchQuery;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads account requests.
@Component
@Transactional(readOnly = true)
class AccountRequestQueries {
    record Row(
            RecordId id,
            String number,
            String title,
            RequestKind request,
            AccountTarget target,
            AccountClass accountClass,
            AccountRequest.State state,
            Phase phase,
            Refs.Unit unit,
            Refs.@Nullable System system,
            Refs.@Nullable Person requester,
            @Nullable Instant nextDueAt,
            @Nullable Instant validUntil,
            Instant openedAt,
            Instant updatedAt,
            long version) {}

    record Filter(
            @Nullable Set<AccountRequest.State> state,
            @Nullable Set<Phase> phase,
            @Nullable Set<RequestKind> request,
            @Nullable UUID unit,
            @Nullable Boolean mine,
            @Nullable Due due,
            @Nullable Instant openedFrom,
            @Nullable Instant openedTo,
            @Nullable @Size(max = 200) String text) {
        @Nullable
        Set<String> states() {
            if ((phase == null || phase.isEmpty()) && (state == null || state.isEmpty())) return null;
            return Arrays.stream(AccountRequest.State.values())
                    .filter(s -> phase == null || phase.isEmpty() || phase.contains(s.phase()))
                    .filter(s -> state == null || state.isEmpty() || state.contains(s))
                    .map(Enum::name)
                    .collect(Collectors.toSet());
        }
    }

    private static final Sort OPENED = Sort.newest("openedAt", "a.opened_at");
    private static final Sort UPDATED = Sort.newest("updatedAt", "a.updated_at");

    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;

    AccountRequestQueries(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    Slice<Row> list(Filter filter, Page page) {
        return query(filter).slice(db, page, "a.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter).inScope("account-request:export", "a.unit", "a.requester").stream(
                db, page, "a.id", limit, Row.class, each);
    }

    private Sql query(Filter filter) {
        var mine = Boolean.TRUE.equals(filter.mine());
        var states = filter.states();
        return Sql.select("""
            a.id, a.number, a.title, a.request, a.target, a.account_class, c.state, c.phase, u.id as unit_id, u.name as unit_name, s.id as system_id, s.name as system_name,
            s.system_class as system_system_class, p.id as requester_id, p.name as requester_name, pu.name as requester_unit, c.next_due_at, a.valid_until, c.opened_at,
            c.updated_at, c.version""")
                .from("account.account_request a")
                .beside("join record.record_card c on c.id = a.id")
                .decoratedBy("""
                    left join identity.unit_card u on u.id = c.unit left join cmdb.system_card s on s.id = c.system left join identity.person_card p on p.id = c.requester
                    left join identity.unit_card pu on pu.id = p.unit""")
                .where("a.state = any(:state)", states)
                .when(states != null && states.isEmpty(), "false")
                .where("a.request = any(:request)", filter.request())
                .where("a.unit = :unit", filter.unit())
                .where("a.requester = :maker", mine ? Scope.current().me().value() : null)
                .where("a.opened_at >= :openedFrom", filter.openedFrom())
                .where("a.opened_at < :openedTo", filter.openedTo())
                .moving(
                        "a.state = 'AGREED' and a.due_at < :dueUntil",
                        filter.due() == null ? null : filter.due().until(clock.instant(), settings))
                .matching(
                        "a.id",
                        RecordTokens.of(
                                "ACCOUNT_REQUEST", SearchQuery.of(filter.text()).required()))
                .inScope("account-request:read", "a.unit", "a.requester", mine)
                .sortedBy(OPENED, UPDATED);
    }
}
