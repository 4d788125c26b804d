package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps deliveries before anybody tries to understand them. Those that arrive together are committed together; each
/// sender is answered when its own is durable. What waits has room in memory before it is read, so no storm of
/// deliveries fills it.
@Component
class RawEvents {
    private static final Logger LOG = LoggerFactory.getLogger(RawEvents.class);
    private static final int TOGETHER = 256;
    private static final int LARGEST_TOGETHER = 8 << 20;
    static final int ROOM = 32 << 20;
    private static final Duration PATIENCE_FOR_ROOM = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Up before the web server, down after it.
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 8192;

    private static final String INSERT = """
        insert into monitoring.raw_event (id, received_at, source, unit, body, refused)
        select d.id, d.at, d.source, s.unit, d.body, d.refused
        from unnest(cast(? as uuid[]), cast(? as timestamptz[]), cast(? as uuid[]), cast(? as bytea[]), cast(? as text[])) d (id, at, source, body, refused)
        join monitoring.source s on s.id = d.source""";

    private record Delivery(
            UUID id,
            Instant at,
            UUID source,
            byte[] body,
            @Nullable String refused,
            CompletableFuture<UUID> kept) {}

    /// Room taken for one delivery until it is answered.
    interface Room extends AutoCloseable {
        @Override
        void close();
    }

    private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM, true);
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Bell alertBell;
    private final Clock clock;
    private final Loop loop;

    RawEvents(JdbcClient db, TransactionTemplate transactions, Bell alertBell, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.alertBell = alertBell;
        this.clock = clock;
        loop = new Loop("alert-intake", this::round, new Bell(), clock, PAUSE, PHASE);
    }

    Loop loop() {
        return loop;
    }

    /// Room for a delivery of so many bytes, asked for before it is read; `Busy` when there is none.
    Room room(int bytes) {
        var taken = Math.min(bytes, ROOM);
        try {
            if (!room.tryAcquire(taken, PATIENCE_FOR_ROOM.toMillis(), TimeUnit.MILLISECONDS)) throw new Busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        return () -> room.release(taken);
    }

    /// Returns when the delivery is durable; `Busy` when it could not be kept in time.
    ///
    /// @param refused why it will not be parsed, null when it will be
    UUID keep(UUID source, byte[] body, @Nullable String refused) {
        if (!loop.isRunning()) throw new Busy();
        var delivery = new Delivery(Ids.next(), clock.instant(), source, body, refused, new CompletableFuture<>());
        waiting.add(delivery);
        try {
            return delivery.kept().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException | TimeoutException e) {
            waiting.remove(delivery);
            LOG.warn("A delivery could not be kept: {}", String.valueOf(e.getCause()));
            throw new Busy();
        }
    }

    private boolean round() throws InterruptedException {
        var next = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        var together = new ArrayList<Delivery>();
        for (int bytes = 0; next != null; next = waiting.poll()) {
            together.add(next);
            bytes += next.body().length;
            if (together.size() == TOGETHER || bytes >= LARGEST_TOGETHER) break;
        }
        if (!together.isEmpty()) write(together);
        return true;
    }

    private void write(List<Delivery> together) {
        try {
            Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> insert(together)));
        } catch (RuntimeException e) {
            together.forEach(delivery -> delivery.kept().completeExceptionally(e));
            throw e;
        }
        together.forEach(delivery -> delivery.kept().complete(delivery.id()));
        alertBell.ring();
    }

    private void insert(List<Delivery> together) {
        db.sql(INSERT)
                .param(together.stream().map(Delivery::id).toArray(UUID[]::new))
                .param(together.stream()
                        .map(each -> each.at().atOffset(ZoneOffset.UTC).toString())
                        .toArray(String[]::new))
                .param(together.stream().map(Delivery::source).toArray(UUID[]::new))
                .param(together.stream().map(Delivery::body).toArray(byte[][]::new))
                .param(together.stream().map(Delivery::refused).toArray(String[]::new))
                .update();
    }
}
