package io.hengwei.process.sla;

import io.hengwei.platform.notification.robot.RobotId;
import io.hengwei.platform.notification.robot.RobotMessage;
import io.hengwei.platform.notification.robot.Robots;
import io.hengwei.platform.record.PageAddresses;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Posts what a step of escalation says to the chat groups that it names, in Chinese, once for each group and step.
@Component
class EscalationPosts implements JournalConsumer {
    private static final Locale SPOKEN = Locale.SIMPLIFIED_CHINESE;

    private final Robots robots;
    private final RecordCards cards;
    private final PageAddresses pages;
    private final MessageSource messages;

    EscalationPosts(Robots robots, RecordCards cards, PageAddresses pages, MessageSource messages) {
        this.robots = robots;
        this.cards = cards;
        this.pages = pages;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "escalation-posts";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        for (var line : lines) {
            var named = line.body().path("robots");
            if (!line.command().equals("ClockEscalated") || named.isEmpty()) continue;
            cards.find(new RecordId(line.subject()))
                    .ifPresent(card -> named.valueStream().forEach(robot -> post(robot.asString(), line, card)));
        }
    }

    /// A rule that names a robot nobody has, or one of others, must not keep the rest from being told.
    private void post(String name, JournalLine line, RecordCard card) {
        var robot = new RobotId(UUID.fromString(name));
        if (robots.hearsOf(card.unit(), robot)) robots.post(robot, "escalation:" + line.id(), message(line, card));
    }

    private RobotMessage message(JournalLine line, RecordCard card) {
        var clock = said("enum.ClockName." + line.text("clock"), line.text("clock"));
        var percent = line.body().path("percent").asInt();
        var title = said("sla.escalation.post", card.number(), card.number(), clock, percent);
        var late = line.body().path("late").asBoolean(false)
                ? Stream.of(said("sla.escalation.late", ""))
                : Stream.<String>of();
        return new RobotMessage(
                title,
                Stream.concat(Stream.of(card.title()), late).toList(),
                pages.of(card.kind(), card.id().value()));
    }

    private String said(String key, String otherwise, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, otherwise, SPOKEN));
    }
}
