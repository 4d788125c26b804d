package io.hengwei.platform.approval;

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

/// Reads consents.
@Component
@Transactional(readOnly = true)
class ApprovalQueries {
    record Row(
            RecordId id,
            String number,
            String title,
            String operation,
            @Nullable String subjectName,
            ApprovalState state,
            Phase phase,
            Refs.Unit unit,
            Refs.Person requester,
            boolean asked,
            @Nullable Instant nextDueAt,
            Instant openedAt,
            Instant updatedAt,
            long version) {}

    /// @param asked those that wait for the person's word
    /// @param mine those the person has made
    /// @param subject what the act is done to, as the list names it
    record Filter(
            @Nullable Set<ApprovalState> state,
            @Nullable Set<Phase> phase,
            @Nullable Set<@Size(max = 80) String> operation,
            @Nullable @Size(max = 200) String subject,
            @Nullable UUID unit,
            @Nullable Boolean asked,
            @Nullable Boolean mine,
            @Nullable Due due,
            @Nullable Instant openedFrom,
            @Nullable Instant openedTo,
            @Nullable @Size(max = 200) String text) {
        @Nullable
        Set<String> states() {
            if ((phase == null || phase.isEmpty()) && (state == null || state.isEmpty())) return null;
            return Arrays.stream(ApprovalState.values())
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

    ApprovalQueries(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    Slice<Row> list(Filter filter, Page page) {
        return query(filter).slice(db, page, "a.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter).inScope("approval:export", "a.unit", "a.requester").stream(
                db, page, "a.id", limit, Row.class, each);
    }

    private Sql query(Filter filter) {
        var me = Scope.current().me();
        var asked = Boolean.TRUE.equals(filter.asked());
        var mine = Boolean.TRUE.equals(filter.mine());
        var states = filter.states();
        return Sql.select("""
            a.id, a.number, a.title, a.operation, a.subject_name, c.state, c.phase, u.id as unit_id, u.name as unit_name, p.id as requester_id, p.name as requester_name,
            pu.name as requester_unit, coalesce(c.asked @> array[nullif(current_setting('hengwei.me', true), '')::uuid], false) as asked, c.next_due_at, c.opened_at, c.updated_at, c.version""")
                .from("approval.approval a")
                .beside("join record.record_card c on c.id = a.id")
                .decoratedBy("""
                    left join identity.unit_card u on u.id = c.unit left join identity.person_card p on p.id = c.requester
                    left join identity.unit_card pu on pu.id = p.unit""")
                .where("a.state = any(:state)", states)
                .when(states != null && states.isEmpty(), "false")
                .where("a.operation = any(:operation)", filter.operation())
                .where("a.subject_name = :subject", filter.subject())
                .where("a.unit = :unit", filter.unit())
                .where("c.asked @> array[cast(:asked as uuid)]", asked ? me : null)
                .where("a.requester = :maker", mine ? me : null)
                .where("a.opened_at >= :openedFrom", filter.openedFrom())
                .where("a.opened_at < :openedTo", filter.openedTo())
                .moving(
                        "c.next_due_at < :dueUntil",
                        filter.due() == null ? null : filter.due().until(clock.instant(), settings))
                .matching(
                        "a.id",
                        RecordTokens.of(
                                "APPROVAL", SearchQuery.of(filter.text()).required()))
                .inScopeOrConcerning("approval:read", "a.unit", "a.id", asked || mine)
                .sortedBy(OPENED, UPDATED);
    }
}
