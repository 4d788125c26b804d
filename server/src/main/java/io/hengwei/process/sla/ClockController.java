package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.Causes;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.NotFound;
import java.time.Clock;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clocks")
class ClockController {
    private final ClockRows rows;
    private final ClockFold fold;
    private final RecordCards cards;
    private final Causes causes;
    private final Calendars calendars;
    private final LegReader legs;
    private final Clock clock;

    ClockController(
            ClockRows rows,
            ClockFold fold,
            RecordCards cards,
            Causes causes,
            Calendars calendars,
            LegReader legs,
            Clock clock) {
        this.rows = rows;
        this.fold = fold;
        this.cards = cards;
        this.causes = causes;
        this.calendars = calendars;
        this.legs = legs;
        this.clock = clock;
    }

    /// Who had the record how long, by this clock.
    @GetMapping("/{id}/legs")
    Legs legs(@PathVariable UUID id) {
        return legs.of(id);
    }

    @GetMapping("/{id}/explanation")
    @Transactional(readOnly = true)
    ClockExplanation explain(@PathVariable UUID id) {
        var found = rows.find(id).orElseThrow(() -> new NotFound(id));
        var card = cards.visible(new RecordId(found.record()));
        var events = rows.events(id);
        var told =
                causes.of(card, events.stream().map(ClockEvent::at).distinct().toList());
        var explanation = ClockExplanation.of(
                events, fold, told, calendar -> calendars.current(calendar).name(), clock.instant());
        return card.seesNotes() ? explanation : explanation.withoutSources();
    }
}
