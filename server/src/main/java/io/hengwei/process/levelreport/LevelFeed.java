package io.hengwei.process.levelreport;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import java.util.List;
import org.springframework.stereotype.Component;

/// Follows the levels of faults in the journal: what is graded, by a person or by the rules, is reported as it stands
/// when the line is read. What is over by then, and what comes from elsewhere, is not.
@Component
class LevelFeed implements JournalConsumer {
    private static final String FAULTS = "INCIDENT";

    private final RecordCards cards;
    private final LevelReports reports;

    LevelFeed(RecordCards cards, LevelReports reports) {
        this.cards = cards;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "level-reports";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        var faults = lines.stream()
                .filter(line -> line.kind().equals(FAULTS) && !line.isHistory() && (isGraded(line) || isEnded(line)))
                .map(line -> new RecordId(line.subject()))
                .distinct()
                .toList();
        if (!faults.isEmpty()) cards.all(faults).forEach(this::follow);
    }

    private void follow(RecordCard fault) {
        if (fault.phase() == Phase.DONE) reports.over(fault.id());
        else if (fault.level() != null) reports.report(fault, fault.level());
    }

    private static boolean isGraded(JournalLine line) {
        return line.body().path("changed").has("level");
    }

    private static boolean isEnded(JournalLine line) {
        return line.toPhase() == Phase.DONE && line.fromPhase() != Phase.DONE;
    }
}
