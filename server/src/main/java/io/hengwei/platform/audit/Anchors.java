package io.hengwei.platform.audit;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// One anchor a day, made as soon as the day has begun; given out as a file, and compared when a file comes back. Both
/// are acts that the journal keeps.
@Service
class Anchors {
    private static final UUID SUBJECT = UUID.nameUUIDFromBytes("LEDGER".getBytes(StandardCharsets.UTF_8));

    /// @param day null for all of them
    record DownloadAnchors(@Nullable LocalDate day, int count) implements RepeatedByMaker {}

    record CheckAnchors(int count, int differing) implements RepeatedByMaker {}

    /// @param fault null where the ledger still says what the anchor says
    record Compared(LocalDate day, long block, Fault.@Nullable Kind fault) {}

    private final Operations operations;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ZoneId zone;

    Anchors(Operations operations, JdbcClient db, TransactionTemplate transactions, Clock clock, ZoneId zone) {
        this.operations = operations;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.zone = zone;
    }

    /// @return whether this node made today's
    boolean make() {
        var now = clock.instant();
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql("""
            insert into audit.anchor (day, block, hash, lines, made_at)
            select :day, number, hash, last_seq, :now from audit.block
            where not exists (select 1 from audit.anchor where day = :day) order by number desc limit 1 on conflict do nothing""")
                        .param("day", LocalDate.ofInstant(now, zone))
                        .param("now", SqlValues.of(now))
                        .update()
                > 0));
    }

    String file(@Nullable LocalDate day) {
        var anchors = Anchor.all(db).stream()
                .filter(anchor -> day == null || anchor.day().equals(day))
                .toList();
        if (anchors.isEmpty()) throw new NotFound(String.valueOf(day));
        act(AuditConfiguration.EXPORT, new DownloadAnchors(day, anchors.size()));
        return Anchor.file(anchors);
    }

    List<Compared> check(String file) {
        Scope.current().require(AuditConfiguration.VERIFY);
        var verification = new Verification(db);
        var compared = Anchor.read(file).stream()
                .map(anchor -> {
                    var fault = verification.compare(anchor);
                    return new Compared(anchor.day(), anchor.block(), fault == null ? null : fault.kind());
                })
                .toList();
        var differing =
                (int) compared.stream().filter(each -> each.fault() != null).count();
        act(AuditConfiguration.VERIFY, new CheckAnchors(compared.size(), differing));
        return compared;
    }

    private void act(String permission, Operation operation) {
        operations.administer(Act.ofEverybody(permission, "LEDGER", SUBJECT, operation), Boolean.class, () -> true);
    }
}
