package io.hengwei.platform.notification.robot;

import static java.util.stream.Collectors.groupingBy;

import io.hengwei.platform.notification.Attempts;
import io.hengwei.platform.notification.NotificationSettings;
import io.hengwei.platform.notification.robot.PostQueue.Taken;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Posts what waits: each robot in its own thread and in the order of its queue, so that one who does not answer holds
/// up nobody else for long.
@Component
class PostSender implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(PostSender.class);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(15);

    private final PostQueue queue;
    private final RobotCalls calls;
    private final Settings settings;
    private final Clock clock;
    private final boolean sending;

    PostSender(
            PostQueue queue,
            RobotCalls calls,
            Settings settings,
            Clock clock,
            @Value("${hengwei.robots.sending:true}") boolean sending) {
        this.queue = queue;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
        this.sending = sending;
    }

    @Override
    public boolean round() throws InterruptedException {
        return sending && sendSome() > 0;
    }

    /// @return how many messages were taken from the queue
    int sendSome() throws InterruptedException {
        var taken = queue.take();
        if (taken.isEmpty()) return 0;
        var robots = taken.stream().collect(groupingBy(Taken::robot)).values().stream()
                .<Callable<Boolean>>map(posts -> () -> send(posts))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var robot : threads.invokeAll(robots)) robot.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return taken.size();
    }

    /// What cannot be posted soon goes back untried, so that this round ends.
    private boolean send(List<Taken> posts) {
        var until = clock.instant().plus(LONGEST_ROUND);
        for (int i = 0; i < posts.size(); i++) {
            var rest = posts.subList(i + 1, posts.size());
            if (!send(posts.get(i))) {
                rest.forEach(post -> queue.giveBack(post, Attempts.pauseAfter(1)));
                return false;
            }
            if (clock.instant().isAfter(until)) {
                rest.forEach(post -> queue.giveBack(post, Duration.ZERO));
                return true;
            }
        }
        return true;
    }

    /// @return whether anybody answered
    private boolean send(Taken post) {
        var outcome = calls.post(post.robot(), post.message());
        if (outcome.failure() == null) queue.end(post.id(), outcome);
        else again(post, outcome);
        return !outcome.unanswered();
    }

    private void again(Taken post, PostOutcome outcome) {
        LOG.warn("Robot {} could not be told, attempt {}: {}", post.robot(), post.attempts(), outcome.failure());
        if (post.attempts() >= settings.value(NotificationSettings.ROBOT_ATTEMPTS)) queue.end(post.id(), outcome);
        else queue.later(post, outcome, Attempts.pauseAfter(post.attempts()));
    }
}
