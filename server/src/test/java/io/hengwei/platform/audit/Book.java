package io.hengwei.platform.audit;

import io.hengwei.TestDatabase;
import io.hengwei.platform.database.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// A small ledger of its own, and the owner's hand to tamper with it: three blocks of four lines, two lines unsealed.
final class Book implements AutoCloseable {
    private static final String LINE = """
        insert into record.journal (id, subject, kind, version, unit, command, schema, body, from_state, to_state, from_phase, to_phase, actor, happened_at, recorded_at, xid)
        select cast(lpad(to_hex(%1$d), 32, '0') as uuid), '00000000-0000-0000-0000-00000000000a', 'INCIDENT', %1$d, '00000000-0000-0000-0000-00000000000b', 'Comment', 1,
            '{"text": "line %1$d"}', 'NEW', 'OLD', 'OPEN', 'DONE', '00000000-0000-0000-0000-00000000000c', now() - interval '1 hour', now(), '10'""";

    private final TestDatabase database = TestDatabase.create();
    private final Connection owner;
    private final JdbcClient db;
    private final Blocks blocks;

    Book() throws SQLException {
        owner = database.owner();
        var source = new SingleConnectionDataSource(owner, true);
        db = JdbcClient.create(source);
        blocks = new Blocks(db, new TransactionTemplate(new DataSourceTransactionManager(source)));
        sql("insert into record.sealer (low, last_seq, epoch, cluster) values ('100', 0, 1, 'test')");
        for (int line = 1; line <= 14; line++) {
            sql(LINE.formatted(line));
            sql(
                    "insert into record.journal_position (seq, line, recorded_at) select %1$d, id, recorded_at from record.journal where version = %1$d"
                            .formatted(line));
            sql("update record.sealer set last_seq = " + line);
            if (line % 4 == 0) blocks.close(Duration.ZERO);
        }
    }

    /// What was in the block's place is sealed again, by somebody who knows how.
    void sealAgain() {
        sql("truncate audit.block, audit.anchor");
        for (int last : new int[] {4, 8, 12, 14}) {
            sql("update record.sealer set last_seq = " + last);
            blocks.close(Duration.ZERO);
        }
    }

    Book sql(String statement) {
        db.sql(statement).update();
        return this;
    }

    String text(String query) {
        return db.sql(query).query(String.class).single();
    }

    List<String> texts(String query) {
        return db.sql(query).query(String.class).list();
    }

    Connection runner() throws SQLException {
        return database.runner();
    }

    DatabaseAccess access() {
        return database.access();
    }

    /// As the exported anchor of a day would say it.
    Anchor anchor() {
        return db.sql(
                        "select current_date as day, number as block, hash, last_seq as lines, sealed_at as made_at from audit.block order by number desc limit 1")
                .query(io.hengwei.platform.shared.Rows.of(Anchor.class))
                .single();
    }

    /// The first fault, as the verification names it: kind, block, line.
    String verdict(Anchor... exported) {
        var verification = new Verification(db);
        var step = verification.step(Verification.Standing.BEGIN, 2);
        while (step.fault() == null && step.more()) step = verification.step(step.standing(), 2);
        var fault = step.fault();
        if (fault == null) fault = verification.end(step.standing());
        if (fault == null) fault = verification.anchors(List.of(exported));
        return told(fault);
    }

    int command(Anchor... exported) {
        return VerifyLedger.verify(db, List.of(exported));
    }

    private static String told(@Nullable Fault fault) {
        return fault == null
                ? "whole"
                : fault.kind()
                        + (fault.block() == null ? "" : " b" + fault.block())
                        + (fault.seq() == null ? "" : " l" + fault.seq());
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        database.close();
    }
}
