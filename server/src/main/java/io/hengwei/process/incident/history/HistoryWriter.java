package io.hengwei.process.incident.history;

import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.History;
import io.hengwei.platform.record.Past;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.process.incident.Incident;
import io.hengwei.process.incident.IncidentCommand;
import io.hengwei.process.incident.IncidentState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what a stretch of a log says: rows, cards, stories, and by what they are known again.
@Component
class HistoryWriter {
    private static final String INCIDENT = """
            insert into incident.incident (id, number, unit, source, external_number, version, title, description, state, assignment_group, opened_at, occurred_at,
                updated_at, done_at, kind, channel, impact, effect, urgency, priority, category, caller_name, waiting_for, resolved_at, closed_at, reopen_count,
                reassignment_count, awaited_requester, left_first_line, met, problem_reference, change_reference, effort_minutes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            on conflict (id) do update set version = excluded.version, title = excluded.title, description = excluded.description, state = excluded.state,
                assignment_group = excluded.assignment_group, opened_at = excluded.opened_at, occurred_at = excluded.occurred_at, updated_at = excluded.updated_at,
                done_at = excluded.done_at, kind = excluded.kind, channel = excluded.channel, impact = excluded.impact, effect = excluded.effect,
                urgency = excluded.urgency, priority = excluded.priority, category = excluded.category, caller_name = excluded.caller_name,
                waiting_for = excluded.waiting_for, resolved_at = excluded.resolved_at, closed_at = excluded.closed_at, reopen_count = excluded.reopen_count,
                reassignment_count = excluded.reassignment_count, awaited_requester = incident.awaited_requester or excluded.awaited_requester,
                left_first_line = excluded.left_first_line, met = excluded.met, problem_reference = excluded.problem_reference,
                change_reference = excluded.change_reference""";

    private static final String ORIGIN = """
            insert into incident.history_origin (source, external_number, incident, keys, last) values (?, ?, ?, ?, ?)
            on conflict (source, external_number) do update set keys = incident.history_origin.keys || excluded.keys, last = excluded.last""";

    private final RecordType<Incident, IncidentState, IncidentCommand> type;
    private final History history;
    private final Batch batch;
    private final GroupAdministration groups;
    private final JdbcClient db;
    private final JsonMapper json;

    HistoryWriter(
            RecordType<Incident, IncidentState, IncidentCommand> type,
            History history,
            Batch batch,
            GroupAdministration groups,
            JdbcClient db,
            JsonMapper json) {
        this.type = type;
        this.history = history;
        this.batch = batch;
        this.groups = groups;
        this.db = db;
        this.json = json;
    }

    void write(ImportJob job, List<Merge> merges) {
        var numbers = history.numbers(type, (int)
                        merges.stream().filter(m -> m.known() == null).count())
                .iterator();
        var teams = groups(job, merges);
        var pasts = new ArrayList<Past>();
        var statements = new ArrayList<Statement>();
        for (var merge : merges) {
            var known = merge.known();
            var id = known == null ? RecordId.next() : known.incident();
            var past = past(job, merge, id, known == null ? numbers.next() : known.number(), teams);
            pasts.add(past);
            statements.add(row(job, merge, past));
        }
        for (int i = 0; i < pasts.size(); i++)
            statements.add(origin(job, merges.get(i), pasts.get(i).id()));
        batch.runMany(statements);
        history.write(type, pasts);
    }

    private static Past past(ImportJob job, Merge merge, RecordId id, String number, Map<String, GroupId> teams) {
        var last = merge.outcome();
        var facts = last.facts();
        var done = last.state().phase() == Phase.DONE ? Objects.requireNonNullElse(facts.closedAt(), last.at()) : null;
        var team = facts.group() == null ? null : teams.get(facts.group());
        return new Past(
                id,
                number,
                facts.title(),
                last.state(),
                facts.priority().name(),
                job.unit(),
                team,
                facts.openedAt(),
                last.at(),
                done,
                merge.version(),
                StoryLines.of(merge));
    }

    private static Statement row(ImportJob job, Merge merge, Past past) {
        var last = merge.outcome();
        var f = last.facts();
        var awaited = merge.fresh().stream().anyMatch(row -> row.event().awaitsRequester());
        var values = Arrays.<@Nullable Object>asList(
                past.id(),
                past.number(),
                past.unit(),
                job.mapping().source(),
                last.number(),
                past.version(),
                f.title(),
                f.description(),
                last.state(),
                past.group(),
                f.openedAt(),
                f.openedAt(),
                past.updatedAt(),
                past.doneAt(),
                f.kind(),
                f.channel(),
                f.impact(),
                f.effect(),
                f.urgency(),
                f.priority(),
                f.category(),
                f.caller(),
                last.waitingFor(),
                f.resolvedAt(),
                past.doneAt(),
                f.reopenings(),
                f.reassignments(),
                awaited,
                f.reassignments() > 0,
                f.met(),
                f.problem(),
                f.change());
        values.replaceAll(value -> value == null ? null : SqlValues.of(value));
        return new Statement(INCIDENT, values);
    }

    private Statement origin(ImportJob job, Merge merge, RecordId incident) {
        var keys = merge.fresh().stream().map(Merge.Row::key).toArray(Long[]::new);
        return Statement.of(
                ORIGIN,
                job.mapping().source(),
                merge.externalNumber(),
                incident.value(),
                keys,
                json.writeValueAsString(merge.outcome()));
    }

    private record Team(String name, UUID id) {}

    /// Groups by name in the import's unit; who is not there yet is made.
    private Map<String, GroupId> groups(ImportJob job, List<Merge> merges) {
        var names = merges.stream()
                .flatMap(m -> Stream.ofNullable(m.outcome().facts().group()))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        var found = new HashMap<String, GroupId>();
        db.sql("select name, id from identity.group_card where unit = ? and name = any(?)")
                .param(job.unit().value())
                .param(names)
                .query((row, ignored) -> new Team(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .forEach(team -> found.put(team.name(), new GroupId(team.id())));
        var line = Objects.requireNonNullElse(job.mapping().groupLine(), 1);
        for (var name : names) found.computeIfAbsent(name, missing -> groups.create(missing, job.unit(), line));
        return found;
    }
}
