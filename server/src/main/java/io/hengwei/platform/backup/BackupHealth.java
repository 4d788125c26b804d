package io.hengwei.platform.backup;

import io.hengwei.platform.shared.LoopHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/// Whether the last backup and its last proof went well, and none is missed.
@Component("backupsHealthIndicator")
class BackupHealth extends AbstractHealthIndicator {
    private static final Duration GRACE = Duration.ofHours(6);

    private final Runs runs;
    private final Schedule schedule;
    private final Clock clock;

    BackupHealth(Runs runs, Schedule schedule, Clock clock) {
        this.runs = runs;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (var kind : List.of(Run.Kind.BACKUP, Run.Kind.VERIFICATION)) {
            runs.lastFinished(kind)
                    .filter(run -> run.result() == Run.Result.FAILED)
                    .ifPresent(run -> health.status(LoopHealth.DEGRADED)
                            .withDetail(kind.name(), run.finishedAt() + " " + run.reason()));
        }
        if (schedule.on() && schedule.nextBackup().plus(GRACE).isBefore(clock.instant()))
            health.status(LoopHealth.DEGRADED).withDetail("missed", schedule.nextBackup());
    }
}
