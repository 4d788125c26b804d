package io.hengwei;

import io.hengwei.platform.shared.Scope;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two acts at the same moment: the second begins when the first is done but not yet committed.
public final class Race {
    private static final long PATIENCE_SECONDS = 20;

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    public Race(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /// What the second came to: nothing when it succeeded. The first succeeds.
    public Optional<Throwable> between(Scope one, Runnable first, Scope other, Runnable second) {
        var running = Scope.as(
                one,
                () -> transactions.execute(ignored -> {
                    first.run();
                    var begun = CompletableFuture.runAsync(() -> Scope.as(other, () -> {
                        second.run();
                        return true;
                    }));
                    awaitStanding(begun);
                    return begun;
                }));
        return Optional.ofNullable(outcome(running));
    }

    /// Until the second is over, or waits for what the first holds.
    private void awaitStanding(CompletableFuture<Void> second) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!second.isDone() && !somebodyWaits() && System.nanoTime() < end) Thread.onSpinWait();
    }

    private boolean somebodyWaits() {
        return db.sql("""
                select exists (select from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and pg_backend_pid() = any (pg_blocking_pids(pid)))""").query(Boolean.class).single();
    }

    private static @Nullable Throwable outcome(CompletableFuture<Void> second) {
        try {
            second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the second never came to an end", e);
        }
    }
}
