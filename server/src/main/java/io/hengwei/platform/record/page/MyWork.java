package io.hengwei.platform.record.page;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordSettings;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What waits for this person, what is about to be late, what is watched: one page over all kinds, read from cards
/// alone.
@RestController
@RequestMapping("/api/my-work")
class MyWork {
    record Row(
            RecordId id,
            String kind,
            String number,
            String title,
            String state,
            Phase phase,
            Turn turn,
            @Nullable String level,
            @Nullable String priority,
            Refs.Unit unit,
            Refs.@Nullable Person assignee,
            @Nullable Instant nextDueAt,
            Instant openedAt) {}

    record Counts(int open, int overdue, int unassigned) {}

    record Work(List<Row> waiting, List<Row> breaching, List<Row> watching, Counts counts) {}

    /// Counted so far, as in every list: a thousand means that there may be more.
    private static final int MOST = 1_000;

    private static final String COLUMNS = """
        select c.id, c.kind, c.number, c.title, c.state, c.phase, c.turn, c.level, c.priority, u.id as unit_id, u.name as unit_name, p.id as assignee_id, p.name as assignee_name,
            pu.name as assignee_unit, c.next_due_at, c.opened_at
        from record.record_card c left join identity.unit_card u on u.id = c.unit left join identity.person_card p on p.id = c.assignee
            left join identity.unit_card pu on pu.id = p.unit\s""";

    /// Of a record and what was raised from it one is shown: to handlers the order, where the work is (to all of them,
    /// when nobody in particular has the record); to those who dispatch the record, where the judgement is.
    private static final String ONCE = """
        not exists (select 1 from record.link l join record.record_card other on other.id = l.source
            where l.type = 'RAISED_FROM' and l.target = c.id and c.turn = 'HANDLER' and other.turn = 'HANDLER' and other.phase <> 'DONE'
            and (c.assignee is null or other.id in (select id from mine)))
        and not exists (select 1 from record.link l join mine other on other.id = l.target
            where l.type = 'RAISED_FROM' and l.source = c.id and c.turn = 'DESK' and other.turn = 'DESK')""";

    private final JdbcClient db;
    private final RecordTypes types;
    private final Settings settings;
    private final Clock clock;

    MyWork(JdbcClient db, RecordTypes types, Settings settings, Clock clock) {
        this.db = db;
        this.types = types;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Work mine() {
        var scope = Scope.current();
        var waiting = rows(
                "with mine as (" + turns(scope) + ") " + COLUMNS + "join mine on mine.id = c.id where " + ONCE
                        + admitted(scope) + " order by c.next_due_at nulls last, c.opened_at limit 50",
                parameters(scope));
        var breaching = rows(
                COLUMNS + "where c.next_due_at < :soon and " + concern(readable()) + admitted(scope)
                        + " order by c.next_due_at limit 50",
                parameters(scope));
        var watching = rows(
                COLUMNS + "join record.watcher w on w.record = c.id where w.person = :me" + admitted(scope)
                        + " order by c.updated_at desc limit 50",
                parameters(scope));
        return new Work(waiting, breaching, watching, counts(scope));
    }

    /// My turn as handler, as requester, or as somebody who dispatches in these units and may do what the state
    /// asks for; each part has an index of its own.
    private String turns(Scope scope) {
        var parts = new ArrayList<String>();
        parts.add(
                "(select id, turn from record.record_card where assignee = :me and phase = 'OPEN' and turn = 'HANDLER' order by opened_at desc limit 50)");
        parts.add(
                "(select id, turn from record.record_card where assignment_group = any(:groups) and assignee is null and phase = 'OPEN' and turn = 'HANDLER' order by opened_at desc limit 50)");
        parts.add(
                "(select id, turn from record.record_card where requester = :me and phase = 'OPEN' and turn = 'REQUESTER' order by opened_at desc limit 50)");
        parts.add(
                "(select id, turn from record.record_card where asked @> array[cast(:me as uuid)] and phase = 'OPEN' and turn = 'APPROVER' order by opened_at desc limit 50)");
        for (var type : types.all()) if (scope.maySomewhere(type.deskPermission())) parts.add(desk(type, scope));
        return String.join(" union ", parts);
    }

    private static String desk(RecordType<?, ?, ?> type, Scope scope) {
        var units =
                scope.reach(type.deskPermission()).everywhere() ? "" : " and unit = any(:" + type.prefix() + "_units)";
        return "(select id, turn from record.record_card where kind = '" + type.kind()
                + "' and phase = 'OPEN' and turn = 'DESK' and state = any(:" + type.prefix() + "_states)" + units
                + " order by opened_at desc limit 50)";
    }

    private static String concern(String readable) {
        return readable.equals("true")
                ? readable
                : "(c.assignee = :me or c.assignment_group = any(:groups) or " + readable + ")";
    }

    /// Where the person reads records: parameters `units0` and so on.
    private String readable() {
        var parts = types.readable();
        return parts.isEmpty()
                ? "false"
                : IntStream.range(0, parts.size())
                        .mapToObj(i -> parts.get(i).condition("c", "units" + i))
                        .collect(Collectors.joining(" or "));
    }

    private Counts counts(Scope scope) {
        var readable = readable();
        var where = (readable.equals("false") ? "c.assignee = :me" : "(" + readable + ")") + admitted(scope);
        var sql = "select " + count("phase <> 'DONE'", where) + " as open, " + count("next_due_at < :now", where)
                + " as overdue, " + count("phase <> 'DONE' and assignee is null and turn <> 'REQUESTER'", where)
                + " as unassigned";
        return db.sql(sql).params(parameters(scope)).query(Counts.class).single();
    }

    private static String count(String condition, String where) {
        return "(select count(*) from (select 1 from record.record_card c where " + condition + " and " + where
                + " limit " + MOST + ") counted)";
    }

    private List<Row> rows(String sql, Map<String, Object> parameters) {
        return db.sql(sql).params(parameters).query(Rows.of(Row.class)).list();
    }

    private Map<String, Object> parameters(Scope scope) {
        var all = new LinkedHashMap<String, Object>();
        all.put("me", scope.me().value());
        all.put("groups", SqlValues.ids(scope.groups()));
        var readable = types.readable();
        for (int i = 0; i < readable.size(); i++)
            all.put("units" + i, units(readable.get(i).reach()));
        all.put(
                "kinds",
                types.all().stream()
                        .filter(type -> scope.admits(type.permission("read")))
                        .map(RecordType::kind)
                        .toArray(String[]::new));
        for (var type : types.all()) {
            all.put(type.prefix() + "_units", units(scope.reach(type.deskPermission())));
            all.put(type.prefix() + "_states", type.mineToDecide(scope).toArray(String[]::new));
        }
        all.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        all.put(
                "soon",
                clock.instant().plus(settings.value(RecordSettings.DUE_SOON)).atOffset(ZoneOffset.UTC));
        return all;
    }

    private static Object units(Reach reach) {
        return SqlValues.ids(reach.units());
    }

    /// A token that lets through no reading of a kind shows none of it here either.
    private static String admitted(Scope scope) {
        return scope.narrowed() == null ? "" : " and c.kind = any(:kinds)";
    }
}
