package io.hengwei.platform.notification.robot;

import io.hengwei.platform.notification.Attempts;
import io.hengwei.platform.secret.Unopenable;
import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Calls a robot once. Nothing of its address is ever in what this says or logs.
@Component
class RobotCalls implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final long LARGEST_ANSWER = 64 * 1024;

    private final RobotKeys keys;
    private final Webhooks webhooks;
    private final Protocol protocol;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    RobotCalls(RobotKeys keys, Webhooks webhooks, Protocol protocol, Clock clock) {
        this.keys = keys;
        this.webhooks = webhooks;
        this.protocol = protocol;
        this.clock = clock;
    }

    PostOutcome post(RobotId robot, RobotMessage message) {
        try {
            return keys.open(robot).map(key -> post(key, message)).orElseGet(() -> PostOutcome.of(PostFailure.SEALED));
        } catch (Unopenable e) {
            return PostOutcome.of(PostFailure.SEALED);
        }
    }

    private PostOutcome post(RobotKeys.Key key, RobotMessage message) {
        var outcome = post(key, protocol.call(key.kind(), key.access(), message, clock.instant()));
        var said = outcome.said();
        return said == null
                ? outcome
                : new PostOutcome(outcome.failure(), Attempts.kept(key.access().maskedIn(said)));
    }

    private PostOutcome post(RobotKeys.Key key, Protocol.Call call) {
        try {
            if (!webhooks.mayBeCalled(call.address())) return PostOutcome.of(PostFailure.ADDRESS_REFUSED);
            return send(key.kind(), call);
        } catch (UnknownHostException e) {
            return PostOutcome.of(PostFailure.NO_ANSWER);
        }
    }

    private PostOutcome send(RobotKind kind, Protocol.Call call) {
        var answering = new AtomicBoolean();
        HttpResponse.BodyHandler<byte[]> reading = head -> {
            answering.set(true);
            return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER)
                    .apply(head);
        };
        var request = HttpRequest.newBuilder(call.address())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()))
                .timeout(WHOLE)
                .build();
        var sent = http.sendAsync(request, reading);
        try {
            var answer = sent.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
            return protocol.outcome(kind, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            sent.cancel(true);
            return PostOutcome.of(PostFailure.TIMED_OUT);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return PostOutcome.of(PostFailure.NO_ANSWER);
        } catch (ExecutionException e) {
            return PostOutcome.of(failure(e.getCause(), answering.get()));
        }
    }

    private static PostFailure failure(@Nullable Throwable cause, boolean answering) {
        if (cause instanceof HttpTimeoutException) return PostFailure.TIMED_OUT;
        if (answering) return PostFailure.BROKEN_ANSWER;
        if (cause instanceof IOException) return PostFailure.NO_ANSWER;
        throw new IllegalStateException("A robot could not be called", cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
