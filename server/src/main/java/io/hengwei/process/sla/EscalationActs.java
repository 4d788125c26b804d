package io.hengwei.process.sla;

import io.hengwei.platform.record.Performers;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What a step of escalation does to its record: raises its level, passes it on. By commands, as the system, each in a
/// transaction of its own; done only where the record still is as the step found it, so that nothing happens twice.
@Component
class EscalationActs implements JournalConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(EscalationActs.class);
    private static final List<String> UP = List.of("LEVEL_IV", "LEVEL_III", "LEVEL_II", "LEVEL_I");

    private final RecordCards cards;
    private final Performers performers;
    private final MessageSource messages;
    private final JsonMapper json;
    private final TransactionTemplate ownTransaction;

    EscalationActs(
            RecordCards cards,
            Performers performers,
            MessageSource messages,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.cards = cards;
        this.performers = performers;
        this.messages = messages;
        this.json = json;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return "escalation";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        lines.stream()
                .filter(line -> line.command().equals("ClockEscalated"))
                .forEach(line -> Scope.asSystem(() -> escalate(line)));
    }

    private void escalate(JournalLine line) {
        if (line.body().path("raise").asBoolean(false)) attempt(line, this::raise);
        if (!line.text("group").isEmpty()) attempt(line, this::pass);
    }

    private interface Step {
        void on(RecordCard card, JournalLine line);
    }

    /// What the record does not admit (any more) is left; the line says that it was to be done.
    private void attempt(JournalLine line, Step step) {
        try {
            ownTransaction.executeWithoutResult(ignored -> cards.find(new RecordId(line.subject()))
                    .filter(card -> card.phase() != Phase.DONE)
                    .ifPresent(card -> step.on(card, line)));
        } catch (Problem e) {
            LOG.warn("A step of escalation was not taken on {}: {}", line.subject(), e.getMessage());
        }
    }

    private void raise(RecordCard card, JournalLine line) {
        var level = card.level();
        var at = UP.indexOf(level);
        if (at < 0 || at == UP.size() - 1 || !line.text("level").equals(level)) return;
        perform(card, Map.of("command", "Regrade", "level", UP.get(at + 1), "reason", reason(line)));
    }

    private void pass(RecordCard card, JournalLine line) {
        var group = card.assignmentGroup();
        if (group != null && group.value().toString().equals(line.text("group"))) return;
        perform(card, Map.of("command", "Dispatch", "group", line.text("group"), "reason", reason(line)));
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

    private String reason(JournalLine line) {
        var clock = messages.getMessage(
                "enum.ClockName." + line.text("clock"), null, line.text("clock"), Locale.SIMPLIFIED_CHINESE);
        var percent = line.body().path("percent").asInt();
        return String.valueOf(
                messages.getMessage("sla.escalation.reason", new Object[] {clock, percent}, Locale.SIMPLIFIED_CHINESE));
    }
}
