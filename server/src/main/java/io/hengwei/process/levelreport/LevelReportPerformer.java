package io.hengwei.process.levelreport;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What becomes of reports, where that waited for consent.
@Component
class LevelReportPerformer implements Performer<LevelReportCommand> {
    private final LevelReports reports;

    LevelReportPerformer(LevelReports reports) {
        this.reports = reports;
    }

    @Override
    public List<Class<? extends LevelReportCommand>> operations() {
        return Performer.commandsOf(LevelReportCommand.class);
    }

    @Override
    public String kind() {
        return "LEVEL_REPORT";
    }

    @Override
    public @Nullable UUID perform(Task<LevelReportCommand> task) {
        return Performer.done(() -> reports.perform(new RecordId(task.thing()), task.seenVersion(), task.operation()));
    }
}
