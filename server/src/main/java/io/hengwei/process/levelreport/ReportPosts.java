package io.hengwei.process.levelreport;

import io.hengwei.platform.notification.robot.RobotId;
import io.hengwei.platform.notification.robot.RobotMessage;
import io.hengwei.platform.notification.robot.Robots;
import io.hengwei.platform.record.PageAddresses;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Posts a report in the chat groups that its rule names, in Chinese, in the transaction in which it is opened.
@Component
class ReportPosts {
    private static final Locale SPOKEN = Locale.SIMPLIFIED_CHINESE;

    private final Robots robots;
    private final PageAddresses pages;
    private final MessageSource messages;

    ReportPosts(Robots robots, PageAddresses pages, MessageSource messages) {
        this.robots = robots;
        this.pages = pages;
        this.messages = messages;
    }

    /// A rule that names a robot nobody has, or one of others, must not keep the rest from being told.
    void post(RecordId report, RecordCard fault, String level, List<UUID> named) {
        var grade = messages.getMessage("enum.Level." + level, null, level, SPOKEN);
        var title =
                String.valueOf(messages.getMessage("level-report.post", new Object[] {fault.number(), grade}, SPOKEN));
        var message = new RobotMessage(
                title, List.of(fault.title()), pages.of(fault.kind(), fault.id().value()));
        named.stream()
                .map(RobotId::new)
                .filter(robot -> robots.hearsOf(fault.unit(), robot))
                .forEach(robot -> robots.post(robot, "level-report:" + report, message));
    }
}
