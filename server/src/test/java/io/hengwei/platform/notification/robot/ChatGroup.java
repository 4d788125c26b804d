package io.hengwei.platform.notification.robot;

import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// A branch with a robot, whose messages are posted when the test says so, at the time it says.
final class ChatGroup {
    final UnitId branch;
    final RobotId robot;
    final Robots robots;
    private final RobotQueries queries;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final ApplicationContext context;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));

    ChatGroup(ApplicationContext context, Receiver receiver) {
        this.context = context;
        queries = context.getBean(RobotQueries.class);
        transactions = context.getBean(TransactionTemplate.class);
        db = context.getBean(JdbcClient.class);
        branch = new People(context).branch();
        robots = new Robots(
                queue(),
                context.getBean(io.hengwei.platform.identity.Directory.class),
                new io.hengwei.platform.shared.Bell());
        robot = Scope.asSystem(() -> context.getBean(RobotAdministration.class)
                .create(
                        "值班群" + People.number(),
                        RobotKind.DINGTALK,
                        branch,
                        new RobotAccess(receiver.address(), Receiver.SECRET)));
    }

    boolean queue(String key) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> robots.post(robot, key, new RobotMessage(key, List.of("一行"), "https://example.org/"))));
    }

    PostQueue queue() {
        return new PostQueue(db, transactions, clock());
    }

    PostSender sender() {
        var calls = new RobotCalls(
                context.getBean(RobotKeys.class),
                context.getBean(Webhooks.class),
                new Protocol(JsonMapper.shared()),
                clock());
        return new PostSender(queue(), calls, context.getBean(Settings.class), clock(), true);
    }

    int send() {
        try {
            return sender().sendSome();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    Instant now() {
        return now.get();
    }

    List<RobotQueries.Post> log() {
        return Scope.asSystem(
                () -> queries.posts(robot, new Page(null, null, 200)).rows());
    }

    void switchOff() {
        Scope.asSystem(() -> {
            var seen = queries.get(robot);
            return context.getBean(RobotAdministration.class).change(robot, seen.version(), seen.name(), false, null);
        });
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
