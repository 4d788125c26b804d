package io.hengwei.process.sla;

import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes what steps of escalation are to do to their records: raise the level, pass it on. Noted once for each line,
/// however often that is read; done by `EscalationWork`, outside of the feed.
@Component
class EscalationActs implements JournalConsumer {
    private static final List<String> UP = List.of("LEVEL_IV", "LEVEL_III", "LEVEL_II", "LEVEL_I");

    private final RecordCards cards;
    private final JdbcClient db;
    private final Clock clock;
    private final Bell bell;

    EscalationActs(RecordCards cards, JdbcClient db, Clock clock, Bell escalationBell) {
        this.cards = cards;
        this.db = db;
        this.clock = clock;
        this.bell = escalationBell;
    }

    @Override
    public String name() {
        return "escalation";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        for (var line : lines) {
            if (!line.command().equals("ClockEscalated")) continue;
            if (line.body().path("raise").asBoolean(false)) raise(line);
            if (!line.text("group").isEmpty()) pass(line);
        }
    }

    private void raise(JournalLine line) {
        var at = UP.indexOf(line.text("level"));
        if (at >= 0 && at < UP.size() - 1) note(line, "RAISE", line.text("level"), UP.get(at + 1));
    }

    private void pass(JournalLine line) {
        var found = cards.find(new RecordId(line.subject()))
                .map(card -> card.assignmentGroup())
                .map(group -> group.value().toString());
        note(line, "PASS", found.orElse(null), line.text("group"));
    }

    private void note(JournalLine line, String act, @Nullable String found, String target) {
        db.sql("""
            insert into sla.escalation_act (line, act, record, found, target, clock, percent, made_at, next_at)
            values (:line, :act, :record, :found, :target, :clock, :percent, :now, :now) on conflict do nothing""")
                .param("line", line.id())
                .param("act", act)
                .param("record", line.subject())
                .param("found", found)
                .param("target", target)
                .param("clock", line.text("clock"))
                .param("percent", line.body().path("percent").asInt())
                .param("now", SqlValues.of(clock.instant()))
                .update();
        bell.ringAfterCommit();
    }
}
