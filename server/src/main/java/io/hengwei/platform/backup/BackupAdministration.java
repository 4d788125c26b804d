package io.hengwei.platform.backup;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What people do about backups: ask for one, ask for a proof, confirm a month. They are copies of everything, so each
/// needs its permission everywhere.
@Service
class BackupAdministration {
    static final String READ = "backup:read";
    static final String RUN = "backup:run";
    static final String CONFIRM = "backup:confirm";

    record BackUp() implements Operation {}

    record VerifyBackup() implements Operation {}

    record ConfirmBackups(YearMonth month, String opinion) implements Operation {}

    private final Operations operations;
    private final Runs runs;
    private final BackupRounds rounds;
    private final JdbcClient db;
    private final ZoneId zone;
    private final Clock clock;

    BackupAdministration(
            Operations operations, Runs runs, BackupRounds rounds, JdbcClient db, ZoneId zone, Clock clock) {
        this.operations = operations;
        this.runs = runs;
        this.rounds = rounds;
        this.db = db;
        this.zone = zone;
        this.clock = clock;
    }

    UUID backUp() {
        return ask(new BackUp(), Run.Kind.BACKUP);
    }

    UUID verify() {
        return ask(new VerifyBackup(), Run.Kind.VERIFICATION);
    }

    private UUID ask(Operation operation, Run.Kind kind) {
        var id = operations.administer(
                Act.makingForEverybody(RUN, "BACKUP", Ids.next(), operation),
                UUID.class,
                () -> runs.ask(kind, Run.Cause.BY_HAND));
        rounds.lookAtOnce();
        return id;
    }

    /// A month can be confirmed once it is over, and once.
    void confirm(YearMonth month, String opinion) {
        var subject = UUID.nameUUIDFromBytes(("backups " + month).getBytes(StandardCharsets.UTF_8));
        operations.administer(
                Act.ofEverybody(CONFIRM, "BACKUP", subject, new ConfirmBackups(month, opinion)), Boolean.class, () -> {
                    if (!month.isBefore(YearMonth.now(clock.withZone(zone)))) throw new Refused("month-not-over");
                    var confirmed = db.sql("insert into backup.confirmation values (?, ?, ?, ?) on conflict do nothing")
                            .params(
                                    month.atDay(1),
                                    opinion,
                                    Scope.current().me().value(),
                                    SqlValues.of(clock.instant()))
                            .update();
                    if (confirmed == 0) throw new Refused("month-confirmed");
                    return true;
                });
    }
}
