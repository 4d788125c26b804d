package io.hengwei.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Phaser;

/// The clock of a program that has a demo company: the present one, set back while an act of the past is performed, for
/// that act and what follows from it only.
final class SeedClock extends Clock {
    private static final ScopedValue<Moment> MOMENT = ScopedValue.newInstance();

    private record Moment(Instant at, Phaser consequences) {}

    private final Clock present;

    SeedClock(Clock present) {
        this.present = present;
    }

    /// Performs the work at that instant; what it set off has been done too when this returns.
    static void at(Instant at, Runnable work) {
        var moment = new Moment(at, new Phaser(1));
        ScopedValue.where(MOMENT, moment).run(work);
        moment.consequences().arriveAndAwaitAdvance();
    }

    static Runnable carrying(Runnable task) {
        if (!MOMENT.isBound()) return task;
        var moment = MOMENT.get();
        moment.consequences().register();
        return () -> {
            try {
                ScopedValue.where(MOMENT, moment).run(task);
            } finally {
                moment.consequences().arriveAndDeregister();
            }
        };
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get().at() : present.instant();
    }

    @Override
    public ZoneId getZone() {
        return present.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SeedClock(present.withZone(zone));
    }
}
