package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.sla.ClockChange.Effect;
import io.hengwei.process.sla.DecisionTable.Step;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Why a target, and what another level or priority would mean: the same choice and the same moves that commands make,
/// written nowhere.
@Component
@Transactional(readOnly = true)
class TargetTrial {
    /// What is asked. With a record, what is not said is as the record has it.
    ///
    /// @param also changes that no field tells: another group, a reopening
    record Question(
            @Nullable UUID record,
            @Nullable UUID unit,
            @Nullable UUID system,
            @Nullable @Pattern(regexp = "[ABC]") String systemClass,
            @Nullable @Pattern(regexp = "[A-Z_]{1,40}") String matter,

            @Nullable @Pattern(regexp = "LEVEL_(I|II|III|IV)")
            String level,

            @Nullable @Pattern(regexp = "P[1-4]") String priority,
            @Nullable Set<ClockChange> also) {}

    /// One clock's target, and which rule or promise it is.
    ///
    /// @param limit as the rule states it: `PT2H`, `P2D`, `EOD`
    /// @param calendar its name
    /// @param minutes of working time that the limit grants, from now or from the clock's start
    /// @param asked the agreements in the order in which they are asked; those after the deciding one are not
    /// @param effect what the change would do to the record's clock; null without one
    /// @param dueAt when the record's clock is due now; `dueThen` after the change
    record Answer(
            ClockName clock,
            String limit,
            String calendar,
            long minutes,
            boolean proposed,
            @Nullable Source source,
            List<Step> asked,
            @Nullable Effect effect,
            @Nullable Instant dueAt,
            @Nullable Instant dueThen) {
        /// For whom the record was made: what is agreed with others is not told.
        Answer withoutSource() {
            return new Answer(clock, limit, calendar, minutes, proposed, null, List.of(), effect, dueAt, dueThen);
        }
    }

    private final Targets targets;
    private final ClockRows rows;
    private final ClockFold fold;
    private final RecordCards cards;
    private final Calendars calendars;
    private final Clock clock;

    TargetTrial(Targets targets, ClockRows rows, ClockFold fold, RecordCards cards, Calendars calendars, Clock clock) {
        this.targets = targets;
        this.rows = rows;
        this.fold = fold;
        this.cards = cards;
        this.calendars = calendars;
        this.clock = clock;
    }

    List<Answer> answer(Question question) {
        var record = question.record();
        if (record != null) return ofRecord(cards.visible(new RecordId(record)), question);
        Scope.current().require("setting:read");
        if (question.unit() == null) throw Refused.invalid("target-unit").at("unit");
        var about = bearings(question, question.unit(), null);
        return Stream.of(ClockName.values())
                .map(name -> answer(name, about, clock.instant()))
                .toList();
    }

    private List<Answer> ofRecord(RecordCard card, Question question) {
        var about = bearings(question, card.unit().value(), card);
        var changes = changes(question, card);
        var moves = new ClockMoves(fold, targets, rows::pauses);
        var answers = new ArrayList<Answer>();
        for (var each : rows.of(card.id().value())) {
            var effect = targets.effect(each.name(), changes, about);
            var then = moves.changed(each, changes, about, clock.instant()).state();
            var from = effect == Effect.RESTART ? clock.instant() : each.state().startedAt();
            var due = fold.dueAt(each.state());
            var answer = changes.isEmpty()
                    ? with(answer(each.name(), each.state().target(), about, from), null, due, fold.dueAt(then))
                    : with(answer(each.name(), about, from), effect, due, fold.dueAt(then));
            answers.add(card.seesNotes() ? answer : answer.withoutSource());
        }
        return answers;
    }

    private static Answer with(Answer a, @Nullable Effect effect, @Nullable Instant due, @Nullable Instant then) {
        return new Answer(
                a.clock(),
                a.limit(),
                a.calendar(),
                a.minutes(),
                a.proposed(),
                a.source(),
                a.asked(),
                effect,
                due,
                then);
    }

    private Answer answer(ClockName name, Bearings about, Instant from) {
        return answer(name, targets.choose(name, about, from), about, from);
    }

    private Answer answer(ClockName name, Target target, Bearings about, Instant from) {
        return new Answer(
                name,
                target.limit(),
                calendars.current(target.calendar()).name(),
                target.length().toMinutes(),
                target.proposed(),
                target.source(),
                targets.decide(name, about, from).steps(),
                null,
                null,
                null);
    }

    private static Bearings bearings(Question question, UUID unit, @Nullable RecordCard card) {
        return new Bearings(
                unit,
                or(question.system(), card == null ? null : card.system()),
                question.matter(),
                FaultLevel.of(or(question.level(), card == null ? null : card.level())),
                SystemClass.of(or(question.systemClass(), card == null ? null : card.systemClass())),
                or(question.priority(), card == null ? null : card.priority()));
    }

    private static <T> @Nullable T or(@Nullable T asked, @Nullable T known) {
        return asked == null ? known : asked;
    }

    private static Set<ClockChange> changes(Question question, RecordCard card) {
        var changes = EnumSet.noneOf(ClockChange.class);
        if (question.also() != null) changes.addAll(question.also());
        if (differs(question.level(), card.level())) changes.add(ClockChange.LEVEL);
        if (differs(question.priority(), card.priority())) changes.add(ClockChange.PRIORITY);
        if (differs(question.system(), card.system()) || differs(question.systemClass(), card.systemClass()))
            changes.add(ClockChange.SERVICE);
        return changes;
    }

    private static boolean differs(@Nullable Object asked, @Nullable Object known) {
        return asked != null && !Objects.equals(asked, known);
    }
}
