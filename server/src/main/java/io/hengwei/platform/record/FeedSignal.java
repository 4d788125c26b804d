package io.hengwei.platform.record;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Wakes this node's feed when a journal line was committed.
@Component
public class FeedSignal {
    private final Semaphore news = new Semaphore(0);

    public void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    public void ring() {
        if (news.availablePermits() == 0) news.release();
    }

    /// Waits for news, at most so long.
    public boolean await(long milliseconds) throws InterruptedException {
        var came = news.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        news.drainPermits();
        return came;
    }
}
