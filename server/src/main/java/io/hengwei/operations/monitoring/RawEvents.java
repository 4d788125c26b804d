package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
/// sender is answered
/// when its own is durable.
@Component
class RawEvents implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RawEvents.class);
    private static final int TOGETHER = 256;
    private static final int WAITING = 2_000;
    private static final int PATIENCE_SECONDS = 8;
    private static final int IDLE_MILLISECONDS = 250;
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

    private final BlockingQueue<Delivery> waiting = new ArrayBlockingQueue<>(WAITING);
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final AlertSignal signal;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = new Thread();

    RawEvents(JdbcClient db, TransactionTemplate transactions, AlertSignal signal, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.signal = signal;
        this.clock = clock;
    }

    /// Returns when the delivery is durable; `Busy` when it could not be kept in time.
    ///
    /// @param refused why it will not be parsed, null when it will be
    UUID keep(UUID source, byte[] body, @Nullable String refused) {
        var delivery = new Delivery(Ids.next(), clock.instant(), source, body, refused, new CompletableFuture<>());
        if (!running || !waiting.offer(delivery)) throw new Busy();
        try {
            return delivery.kept().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A delivery could not be kept: {}", String.valueOf(e.getCause()));
            throw new Busy();
        }
    }

    private void run() {
        while (running) {
            try {
                var first = waiting.poll(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                var together = new ArrayList<>(List.of(first));
                waiting.drainTo(together, TOGETHER - 1);
                write(together);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void write(List<Delivery> together) {
        try {
            Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> insert(together)));
            together.forEach(delivery -> delivery.kept().complete(delivery.id()));
            signal.ring();
        } catch (RuntimeException e) {
            together.forEach(delivery -> delivery.kept().completeExceptionally(e));
        }
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

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("alert-intake").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Up before the web server, down after it.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }
}
