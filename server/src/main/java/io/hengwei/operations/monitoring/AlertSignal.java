package io.hengwei.operations.monitoring;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Wakes this node's worker when something came in.
@Component
class AlertSignal {
    private final Semaphore news = new Semaphore(0);

    void ring() {
        if (news.availablePermits() == 0) news.release();
    }

    void await(long milliseconds) throws InterruptedException {
        news.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        news.drainPermits();
    }
}
