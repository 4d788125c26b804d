package io.hengwei.process.sla;

import io.hengwei.platform.record.FieldStory;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Rows;
import io.hengwei.process.sla.Agreement.Share;
import io.hengwei.process.sla.Legs.Handover;
import io.hengwei.process.sla.Legs.Team;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads who had a record how long by one of its clocks.
@Component
@Transactional(readOnly = true)
class LegReader {
    private final ClockRows rows;
    private final ClockFold fold;
    private final Targets targets;
    private final FieldStory story;
    private final RecordCards cards;
    private final JdbcClient db;
    private final Clock clock;

    LegReader(
            ClockRows rows,
            ClockFold fold,
            Targets targets,
            FieldStory story,
            RecordCards cards,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.fold = fold;
        this.targets = targets;
        this.story = story;
        this.cards = cards;
        this.db = db;
        this.clock = clock;
    }

    public Legs of(UUID id) {
        var found = rows.find(id).orElseThrow(() -> new NotFound(id));
        var card = cards.visible(new RecordId(found.record()));
        var state = found.state();
        var events = rows.events(id);
        Instant end = state.isOver() ? Objects.requireNonNull(state.stoppedAt()) : clock.instant();
        var about = new Bearings(
                card.unit().value(),
                card.system(),
                null,
                state.target().level(),
                state.target().systemClass(),
                card.priority());
        var length = ClockRows.micros(state.target().length());
        var shares = card.seesNotes() ? targets.shares(about, events.getFirst().at()) : List.<Share>of();
        var budgets = shares.stream().collect(Collectors.toMap(Share::line, share -> length * share.percent() / 100));
        var passed = handovers(card);
        return Legs.of(
                ClockExplanation.strip(events, fold, Map.of(), end),
                events.getFirst().at(),
                end,
                passed,
                teams(passed),
                budgets);
    }

    private List<Handover> handovers(RecordCard card) {
        return story.of(List.of(card.id().value()), card.openedAt(), "assignmentGroup").stream()
                .map(each -> new Handover(each.at(), each.value() == null ? null : UUID.fromString(each.value())))
                .toList();
    }

    private Map<UUID, Team> teams(List<Handover> passed) {
        var ids = passed.stream()
                .map(Handover::group)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        return db.sql("""
                    select g.id, g.name, g.line, u.name as unit from identity.group_card g join identity.unit_card u on u.id = g.unit where g.id = any(?)""").param(ids).query(Rows.of(Team.class)).list().stream()
                .collect(Collectors.toMap(Team::id, Function.identity()));
    }
}
