package io.hengwei.platform.backup;

import io.hengwei.platform.database.DatabaseAccess;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Looks every few seconds whether something is asked for or due. One node works at a time: it holds a lock on a
/// connection of its own for as long as its run takes, and loses it when it dies.
@Component
class BackupRounds {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final long LOCK = 0x4241434BL;

    private final DatabaseAccess access;
    private final Schedule schedule;
    private final Runs runs;
    private final Worker worker;
    private final Clock clock;
    private volatile Instant next = Instant.MIN;

    BackupRounds(DatabaseAccess access, Schedule schedule, Runs runs, Worker worker, Clock clock) {
        this.access = access;
        this.schedule = schedule;
        this.runs = runs;
        this.worker = worker;
        this.clock = clock;
    }

    void lookAtOnce() {
        next = Instant.MIN;
    }

    boolean round() {
        if (clock.instant().isBefore(next)) return false;
        next = clock.instant().plus(STEP);
        if (runs.underWay().isEmpty() && !schedule.backupIsDue() && !schedule.verificationIsDue()) return false;
        try (var connection = access.connect(access.runner());
                var statement = connection.createStatement();
                var locked = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            locked.next();
            if (locked.getBoolean(1)) work();
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void work() {
        runs.closeBrokenOff();
        if (schedule.backupIsDue()) ask(Run.Kind.BACKUP);
        if (schedule.verificationIsDue()) ask(Run.Kind.VERIFICATION);
        for (var waiting = runs.waiting(); waiting.isPresent(); waiting = runs.waiting()) worker.run(waiting.get());
    }

    private void ask(Run.Kind kind) {
        runs.system(() -> runs.ask(kind, Run.Cause.SCHEDULED));
    }
}
