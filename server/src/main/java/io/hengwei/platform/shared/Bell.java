package io.hengwei.platform.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Wakes a loop of this node: there is something to do.
public final class Bell {
    private final Semaphore news = new Semaphore(0);

    public void ring() {
        if (news.availablePermits() == 0) news.release();
    }

    /// Rings once the present transaction is committed.
    public void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    /// Waits for the bell, at most so long.
    void await(Duration longest) throws InterruptedException {
        news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }
}
