package io.hengwei.platform.notification;

import io.hengwei.platform.shared.UserId;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page. What it is to hear waits in a queue of its own, so a slow line keeps nobody else waiting; a line too
/// slow is dropped, and the page comes back by itself.
final class LiveClient {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);
    private static final int HEARTBEAT_SECONDS = 20;
    private static final int MOST_WAITING = 500;

    /// @param name of the event; null is a heartbeat
    record Event(@Nullable String name, Object data) {}

    private final UserId person;
    private final @Nullable Set<String> narrowed;
    private final SseEmitter emitter;
    private final LinkedBlockingQueue<Event> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean open = true;

    LiveClient(UserId person, @Nullable Set<String> narrowed, SseEmitter emitter, Runnable gone) {
        this.person = person;
        this.narrowed = narrowed;
        this.emitter = emitter;
        emitter.onCompletion(() -> {
            open = false;
            gone.run();
        });
        emitter.onTimeout(this::close);
        emitter.onError(ignored -> close());
    }

    /// What the token lets through by which the page was opened; null when it was no token, or nothing is narrowed.
    @Nullable
    Set<String> narrowed() {
        return narrowed;
    }

    UserId person() {
        return person;
    }

    void start() {
        Thread.ofVirtual().name("live-" + person).start(this::run);
    }

    void tell(String name, Object data) {
        if (!waiting.offer(new Event(name, data))) close();
    }

    void close() {
        open = false;
        waiting.offer(new Event(null, ""));
    }

    private void run() {
        try {
            send(new Event(null, "")); // at once, so that the page knows it is connected
            while (open) {
                var next = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (open) send(next == null ? new Event(null, "") : next);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException | InterruptedException e) {
            LOG.debug("A live page went away", e);
            open = false;
            end(e);
        }
    }

    /// Whoever went away while something was being sent has ended it already.
    private void end(Exception reason) {
        try {
            emitter.completeWithError(reason);
        } catch (IllegalStateException e) {
            LOG.debug("The connection had ended", e);
        }
    }

    private void send(Event event) throws IOException {
        emitter.send(
                event.name() == null
                        ? SseEmitter.event().comment("")
                        : SseEmitter.event().name(event.name()).data(event.data()));
    }
}
