package io.hengwei.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.record.feed.LedgerLines;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever owns the database may do what he likes to it; the verification says what he did.
class TamperingTest {
    /// Bookkeeping of the feed: it says nothing of what was done, and a restored database has other numbers.
    private static final String NOT_SEALED = "xid";

    private Book book;

    @BeforeEach
    void open() throws SQLException {
        book = new Book();
    }

    @AfterEach
    void close() throws SQLException {
        book.close();
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        assertThat(book.text("select string_agg(first_seq || '-' || last_seq, ' ' order by number) from audit.block"))
                .isEqualTo("1-4 5-8 9-12");
        assertThat(book.verdict(book.anchor())).isEqualTo("whole");
        assertThat(book.command(book.anchor())).isZero();
    }

    @Test
    void aChangedByteOfABodyIsFound() {
        book.sql("update record.journal set body = '{\"text\": \"line 6.\"}' where version = 6");
        assertThat(book.verdict()).isEqualTo("LINE_CHANGED b2 l6");
        assertThat(book.command()).isOne();
    }

    /// A column that the journal gets and the ledger does not seal fails here.
    @Test
    void everyColumnThatMeansSomethingIsSealed() {
        var columns = book.texts(
                "select column_name::text from information_schema.columns where table_schema = 'record' and table_name = 'journal'");
        var sealed = new ArrayList<>(
                LedgerLines.COLUMNS.stream().map(LedgerLines.Column::name).toList());
        sealed.add(NOT_SEALED);
        assertThat(columns).containsExactlyInAnyOrderElementsOf(sealed);
    }

    @Test
    void aChangeOfWhicheverColumnIsFound() throws SQLException {
        var changes = Map.ofEntries(
                Map.entry("subject", "gen_random_uuid()"),
                Map.entry("kind", "'PERSON'"),
                Map.entry("unit", "null"),
                Map.entry("command", "'WorkNote'"),
                Map.entry("schema", "2"),
                Map.entry("version", "60"),
                Map.entry("from_state", "null"),
                Map.entry("to_state", "'NEW'"),
                Map.entry("from_phase", "''"),
                Map.entry("to_phase", "'OPEN'"),
                Map.entry("actor", "gen_random_uuid()"),
                Map.entry("happened_at", "happened_at + interval '1 microsecond'"));
        for (var change : changes.entrySet()) {
            book.sql("create table if not exists public.kept as select * from record.journal where version = 6");
            book.sql("update record.journal set %s = %s where id = (select id from public.kept)"
                    .formatted(change.getKey(), change.getValue()));
            assertThat(book.verdict()).as(change.getKey()).isEqualTo("LINE_CHANGED b2 l6");
            book.sql("delete from record.journal where id = (select id from public.kept)")
                    .sql("insert into record.journal select * from public.kept");
            assertThat(book.verdict()).isEqualTo("whole");
        }
    }

    @Test
    void aDeletedLineIsFound() {
        book.sql("delete from record.journal where version = 7");
        assertThat(book.verdict()).isEqualTo("LINE_MISSING b2 l7");
    }

    @Test
    void aLineDeletedWithItsPlaceIsFound() {
        delete(7);
        assertThat(book.verdict()).isEqualTo("LINE_MISSING b2 l7");
    }

    @Test
    void aLineDeletedAndTheRestMovedUpIsFound() {
        delete(6);
        book.sql("update record.journal_position set seq = -seq where seq > 6")
                .sql("update record.journal_position set seq = -seq - 1 where seq < 0");
        assertThat(book.verdict()).isEqualTo("LINE_MISSING b2 l6");
    }

    @Test
    void twoLinesThatChangedPlacesAreFound() {
        book.sql("update record.journal_position set seq = -10 where seq = 10")
                .sql("update record.journal_position set seq = 10 where seq = 12")
                .sql("update record.journal_position set seq = 12 where seq = -10");
        assertThat(book.verdict()).isEqualTo("LINES_REORDERED b3 l10");
    }

    @Test
    void anInsertedLineIsFound() {
        book.sql("update record.journal_position set seq = -seq where seq >= 6")
                .sql("update record.journal_position set seq = -seq + 1 where seq < 0");
        smuggle(99);
        book.sql(
                "insert into record.journal_position (seq, line, recorded_at) select 6, id, recorded_at from record.journal where version = 99");
        assertThat(book.verdict()).isEqualTo("LINE_ADDED b2 l6");
    }

    @Test
    void aLineSmuggledPastTheFeedIsFound() {
        smuggle(99);
        assertThat(book.verdict()).isEqualTo("LINE_PAST_THE_FEED");
    }

    @Test
    void aDeletedLineThatNoBlockHoldsYetIsFound() {
        book.sql("delete from record.journal where version = 13");
        assertThat(book.verdict()).isEqualTo("LINE_MISSING l13");
    }

    @Test
    void aChangedBlockIsFound() {
        for (var change : List.of(
                "sealed_at = sealed_at + interval '1 microsecond'",
                "epoch = 2",
                "hash = previous",
                "previous = hash",
                "marks = '\\x00'",
                "format = 2")) {
            book.sql("create table public.kept as select * from audit.block where number = 2");
            book.sql("update audit.block set " + change + " where number = 2");
            assertThat(book.verdict()).as(change).isEqualTo("BLOCK_CHANGED b2");
            book.sql("delete from audit.block where number = 2")
                    .sql("insert into audit.block select * from public.kept")
                    .sql("drop table public.kept");
        }
    }

    @Test
    void aDeletedBlockIsFound() {
        book.sql("delete from audit.block where number = 2");
        assertThat(book.verdict()).isEqualTo("BLOCK_MISSING b2");
    }

    @Test
    void anEndCutOffIsFoundByAnExportedAnchorAlone() {
        var exported = book.anchor();
        book.sql("delete from audit.block where number = 3")
                .sql("delete from record.journal where version > 8")
                .sql("delete from record.journal_position where seq > 8")
                .sql("update record.sealer set last_seq = 8");
        assertThat(book.verdict()).isEqualTo("whole");
        assertThat(book.verdict(exported)).isEqualTo("CUT_OFF b3");
        assertThat(book.command(exported)).isOne();
    }

    @Test
    void aLedgerSealedAnewIsFoundByAnExportedAnchorAlone() {
        var exported = book.anchor();
        book.sql("update record.journal set body = '{}' where version = 6");
        book.sealAgain();
        assertThat(book.verdict()).isEqualTo("whole");
        assertThat(book.verdict(exported)).isEqualTo("ANCHOR_DIFFERS b3");
    }

    @Test
    void anchorsComeBackFromTheirFileAsTheyWere() {
        var anchor = book.anchor();
        assertThat(Anchor.read(Anchor.file(List.of(anchor, anchor)))).containsExactly(anchor, anchor);
        for (var nothing :
                List.of("", "{}", "[1]", "no", "{\"day\":\"2026-01-05\",\"block\":1,\"hash\":\"x\",\"lines\":1}"))
            assertThatThrownBy(() -> Anchor.read(nothing)).hasMessageContaining("no-anchor");
    }

    @Test
    void theCommandReadsAnExternalDatabaseAsTheRunningRole() {
        var access = book.access();
        var environment = Map.of(
                "HENGWEI_DATABASE_URL", access.url(),
                "HENGWEI_DATABASE_USER", access.runner().user(),
                "HENGWEI_DATABASE_PASSWORD", access.runner().password());
        assertThat(VerifyLedger.run(new String[] {"verify-ledger"}, environment))
                .contains(0);
        book.sql("update record.journal set body = '{}' where version = 14")
                .sql("delete from record.journal where version = 1");
        assertThat(VerifyLedger.run(new String[] {"verify-ledger"}, environment))
                .contains(1);
        assertThat(VerifyLedger.run(new String[] {"verify-ledger", "--anchor", "nowhere"}, environment))
                .contains(1);
        assertThat(VerifyLedger.run(new String[] {"backup", "x"}, environment)).isEmpty();
    }

    @Test
    void theRunningRoleAddsAndReadsAndNothingElse() throws SQLException {
        var month = book.text("select tableoid::regclass::text from record.journal limit 1");
        try (var runner = book.runner();
                var statement = runner.createStatement()) {
            for (var table :
                    List.of("audit.block", "audit.anchor", "record.journal", "record.journal_position", month)) {
                for (var attempt : List.of(
                        "delete from " + table,
                        "truncate " + table,
                        "update " + table + " set " + (table.contains("journal_position") ? "seq" : column(table))
                                + " = null",
                        "alter table " + table + " disable row level security",
                        "create trigger t before insert on " + table
                                + " execute function suppress_redundant_updates_trigger()",
                        "drop table " + table)) {
                    assertThatThrownBy(() -> statement.execute(attempt))
                            .as(attempt)
                            .hasMessageMatching("(?s).*(permission denied|must be owner).*");
                }
            }
        }
    }

    private static String column(String table) {
        return table.equals("audit.block") || table.equals("audit.anchor") ? "hash" : "body";
    }

    private void delete(int line) {
        book.sql("delete from record.journal_position where seq = " + line)
                .sql("delete from record.journal where version = " + line);
    }

    private void smuggle(int version) {
        book.sql("""
            insert into record.journal (id, subject, kind, version, command, schema, body, actor, happened_at, xid)
            values (gen_random_uuid(), gen_random_uuid(), 'INCIDENT', %d, 'Comment', 1, '{}', gen_random_uuid(), now(), '10')""".formatted(version));
    }
}
