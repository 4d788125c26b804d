package io.hengwei.process.incident;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.search.SearchQuery;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads incidents.
@Component
@Transactional(readOnly = true)
public class IncidentQueries {
    public record Row(
            RecordId id,
            String number,
            String title,
            IncidentKind kind,
            IncidentState state,
            Phase phase,
            @Nullable String level,
            @Nullable String priority,
            Refs.Unit unit,
            Refs.@Nullable System system,
            Refs.@Nullable Person requester,
            Refs.@Nullable Person assignee,
            Refs.@Nullable Group assignmentGroup,
            @Nullable Instant nextDueAt,
            Instant openedAt,
            Instant updatedAt,
            @Nullable Instant resolvedAt,
            long version) {}

    public record Similar(
            RecordId id,
            String number,
            String title,
            IncidentState state,
            Instant openedAt,
            @Nullable String system) {}

    private static final Sort[] SORTS = {
        Sort.newest("openedAt", "i.opened_at"),
        Sort.newest("updatedAt", "i.updated_at"),
        Sort.text("priority", "i.priority")
    };
    private static final Sort[] SORTS_OF_CARDS = {
        Sort.newest("openedAt", "c.opened_at"),
        Sort.newest("updatedAt", "c.updated_at"),
        Sort.text("priority", "c.priority"),
        Sort.soonest("nextDueAt", "c.next_due_at")
    };

    private static final String COLUMNS = """
        i.id, i.number, i.title, i.kind, i.state, c.phase, i.level, i.priority, u.id as unit_id, u.name as unit_name, s.id as system_id, s.name as system_name,
        s.system_class as system_system_class, r.id as requester_id, r.name as requester_name, ru.name as requester_unit, a.id as assignee_id, a.name as assignee_name,
        au.name as assignee_unit, g.id as assignment_group_id, g.name as assignment_group_name, g.line as assignment_group_line, c.next_due_at, i.opened_at, i.updated_at,
        i.resolved_at, i.version""";
    private static final String NAMES = """
        left join identity.unit_card u on u.id = i.unit left join cmdb.system_card s on s.id = i.system
        left join identity.person_card r on r.id = i.requester left join identity.unit_card ru on ru.id = r.unit
        left join identity.person_card a on a.id = i.assignee left join identity.unit_card au on au.id = a.unit
        left join identity.group_card g on g.id = i.assignment_group""";

    /// Among the newest that are open, most words in common first. Where nothing is typed yet, the newest.
    private static final String SIMILAR = """
        select i.id, i.number, i.title, i.state, i.opened_at, s.name as system
        from (select i.id, i.number, i.title, i.state, i.opened_at, i.system%s order by i.opened_at desc, i.id desc limit 300) i
            left join record.record_tokens t on t.record = i.id left join cmdb.system_card s on s.id = i.system
        where cast(:tokens as text[]) = '{}' or t.tokens && cast(:tokens as text[])
        order by (select count(*) from unnest(t.tokens) token where token = any(cast(:tokens as text[]))) desc, i.opened_at desc limit 5""";

    private final JdbcClient db;
    private final IncidentConditions conditions;

    IncidentQueries(JdbcClient db, IncidentConditions conditions) {
        this.db = db;
        this.conditions = conditions;
    }

    Slice<Row> list(IncidentFilter filter, Page page) {
        return cards(filter, page)
                ? ofCards(filter, page).slice(db, page, "c.id", Row.class)
                : ofIncidents(filter).slice(db, page, "i.id", Row.class);
    }

    void stream(IncidentFilter filter, Page page, int limit, Consumer<Row> each) {
        if (cards(filter, page))
            ofCards(filter, page).inScope("incident:export", "c.unit", "c.requester").stream(
                    db, page, "c.id", limit, Row.class, each);
        else
            ofIncidents(filter).inScope("incident:export", "i.unit", "i.requester").stream(
                    db, page, "i.id", limit, Row.class, each);
    }

    private static boolean cards(IncidentFilter filter, Page page) {
        return IncidentConditions.needsCard(filter) || byDue(page);
    }

    private static boolean byDue(Page page) {
        return "nextDueAt".equals(page.sort()) || "-nextDueAt".equals(page.sort());
    }

    private Sql ofIncidents(IncidentFilter filter) {
        var sql = Sql.select(COLUMNS).from("incident.incident i").beside(IncidentConditions.CARD);
        return conditions.narrow(sql, filter, "i").decoratedBy(NAMES).sortedBy(SORTS);
    }

    private Sql ofCards(IncidentFilter filter, Page page) {
        var sql = Sql.select(COLUMNS).from("record.record_card c").beside("join incident.incident i on i.id = c.id");
        return conditions
                .narrow(sql, filter, "c")
                .when(true, "c.kind = 'INCIDENT'")
                .when(byDue(page), "c.next_due_at is not null")
                .decoratedBy(NAMES)
                .sortedBy(SORTS_OF_CARDS);
    }

    /// Open incidents that say nearly the same: offered while somebody types, so that one fault becomes one record.
    public List<Similar> similar(@Nullable String text, @Nullable UUID system) {
        var tokens = SearchQuery.of(text).required();
        if (tokens.isEmpty() && system == null) return List.of();
        var open = Sql.select("")
                .from("incident.incident i")
                .when(true, IncidentFilter.OPEN)
                .where("i.system = :system", system)
                .inScope("incident:read", "i.unit", "i.requester");
        return db.sql(SIMILAR.formatted(open.fromWhere()))
                .params(open.parameters())
                .param("tokens", tokens.toArray(String[]::new))
                .query(Rows.of(Similar.class))
                .list();
    }
}
