package io.hengwei.process.levelreport;

import io.hengwei.platform.notification.robot.RobotId;
import io.hengwei.platform.notification.robot.RobotMessage;
import io.hengwei.platform.notification.robot.Robots;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.PageAddresses;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Posts what has been reported in the chat groups that its rule names, in Chinese, once for each group and report.
@Component
class ReportPosts implements JournalConsumer {
    private static final Locale SPOKEN = Locale.SIMPLIFIED_CHINESE;

    private final RecordType<LevelReport, LevelReport.State, LevelReportCommand> type;
    private final Operations operations;
    private final RecordCards cards;
    private final LevelReports reports;
    private final Robots robots;
    private final PageAddresses pages;
    private final MessageSource messages;

    ReportPosts(
            RecordType<LevelReport, LevelReport.State, LevelReportCommand> type,
            Operations operations,
            RecordCards cards,
            LevelReports reports,
            Robots robots,
            PageAddresses pages,
            MessageSource messages) {
        this.type = type;
        this.operations = operations;
        this.cards = cards;
        this.reports = reports;
        this.robots = robots;
        this.pages = pages;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "level-report-posts";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        for (var line : lines)
            if (line.kind().equals(type.kind()) && line.fromState() == null && line.toState() != null)
                post(operations.visible(type, new RecordId(line.subject())));
    }

    /// A rule that names a robot nobody has, or one of others, must not keep the rest from being told.
    private void post(LevelReport report) {
        var fault = cards.find(report.about()).orElse(null);
        if (fault == null) return;
        reports.rule(fault, report.level(), report.ruleRole()).stream()
                .flatMap(rule -> rule.robots().stream())
                .map(RobotId::new)
                .filter(robot -> robots.hearsOf(fault.unit(), robot))
                .forEach(robot -> robots.post(robot, "level-report:" + report.id(), message(report, fault)));
    }

    private RobotMessage message(LevelReport report, RecordCard fault) {
        var grade = messages.getMessage("enum.Level." + report.level(), null, report.level(), SPOKEN);
        var title =
                String.valueOf(messages.getMessage("level-report.post", new Object[] {fault.number(), grade}, SPOKEN));
        return new RobotMessage(
                title, List.of(fault.title()), pages.of(fault.kind(), fault.id().value()));
    }
}
