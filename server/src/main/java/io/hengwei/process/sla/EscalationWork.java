package io.hengwei.process.sla;

import io.hengwei.platform.record.Performers;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Does what steps of escalation have noted, each by a command as the system and together with its mark, in one
/// transaction: once, whichever node takes it. Only while the record is as the step found it; what it does not admit
/// yet is tried again until the record is over or our patience is.
@Component
class EscalationWork implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(EscalationWork.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private record Act(
            UUID line,
            String act,
            UUID record,
            @Nullable String found,
            String target,
            String clock,
            int percent,
            Instant madeAt,
            int attempts) {}

    private final RecordCards cards;
    private final Performers performers;
    private final Settings settings;
    private final MessageSource messages;
    private final JsonMapper json;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    EscalationWork(
            RecordCards cards,
            Performers performers,
            Settings settings,
            MessageSource messages,
            JsonMapper json,
            JdbcClient db,
            TransactionTemplate transactions,
            Clock clock) {
        this.cards = cards;
        this.performers = performers;
        this.settings = settings;
        this.messages = messages;
        this.json = json;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One act; whoever has it holds its row.
    @Override
    public boolean round() {
        return Scope.asSystem(() -> {
            var taken = new Act[1];
            try {
                return transactions.execute(ignored -> {
                    taken[0] = next().orElse(null);
                    if (taken[0] != null) end(taken[0], done(taken[0]), null);
                    return taken[0] != null;
                });
            } catch (Problem | OptimisticLockingFailureException e) {
                transactions.executeWithoutResult(ignored -> again(Objects.requireNonNull(taken[0]), e));
                return true;
            }
        });
    }

    private Optional<Act> next() {
        return db.sql("""
            select line, act, record, found, target, clock, percent, made_at, attempts from sla.escalation_act
            where next_at <= :now order by next_at limit 1 for update skip locked""")
                .param("now", SqlValues.of(clock.instant()))
                .query(Rows.of(Act.class))
                .optional();
    }

    private String done(Act act) {
        var card = cards.find(new RecordId(act.record()))
                .filter(each -> each.phase() != Phase.DONE)
                .orElse(null);
        if (card == null || !Objects.equals(act.found(), asItIs(act, card))) return "OVERTAKEN";
        perform(
                card,
                act.act().equals("RAISE")
                        ? Map.of("command", "Regrade", "level", act.target(), "reason", reason(act))
                        : Map.of("command", "Dispatch", "group", act.target(), "reason", reason(act)));
        return "DONE";
    }

    private static @Nullable String asItIs(Act act, RecordCard card) {
        if (act.act().equals("RAISE")) return card.level();
        return card.assignmentGroup() == null
                ? null
                : card.assignmentGroup().value().toString();
    }

    private void perform(RecordCard card, Map<String, String> command) {
        performers.perform(
                String.valueOf(command.get("command")),
                card.kind(),
                json.writeValueAsString(command),
                card.id().value(),
                card.unit(),
                card.version());
    }

    private void end(Act act, String outcome, @Nullable String refusal) {
        db.sql("""
            update sla.escalation_act set outcome = :outcome, refusal = :refusal, next_at = null, attempts = attempts + 1 where line = :line and act = :act""")
                .param("outcome", outcome)
                .param("refusal", refusal)
                .param("line", act.line())
                .param("act", act.act())
                .update();
    }

    /// Somebody was quicker, or the record is not as far yet.
    private void again(Act act, RuntimeException refusal) {
        var now = clock.instant();
        if (act.madeAt().plus(settings.value(SlaSettings.ESCALATION_PATIENCE)).isBefore(now)) {
            LOG.warn("A step of escalation was given up on {}: {}", act.record(), refusal.getMessage());
            end(act, "GIVEN_UP", refusal.getMessage());
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(act.attempts(), 9));
        db.sql("""
            update sla.escalation_act set attempts = attempts + 1, refusal = :refusal, next_at = :next where line = :line and act = :act and outcome is null""")
                .param("refusal", refusal.getMessage())
                .param("next", SqlValues.of(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)))
                .param("line", act.line())
                .param("act", act.act())
                .update();
    }

    private String reason(Act act) {
        var clock = messages.getMessage("enum.ClockName." + act.clock(), null, act.clock(), Locale.SIMPLIFIED_CHINESE);
        return String.valueOf(messages.getMessage(
                "sla.escalation.reason", new Object[] {clock, act.percent()}, Locale.SIMPLIFIED_CHINESE));
    }
}
