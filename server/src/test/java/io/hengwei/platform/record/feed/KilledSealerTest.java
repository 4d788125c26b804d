package io.hengwei.platform.record.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.Journal;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// A sealer dies when it has given lines their places and has not committed: another seals on, and nobody can tell.
@HengweiTest
class KilledSealerTest {
    private static final int LINES = 20;

    record Noted(int number) implements Operation {}

    @Autowired
    Sealer sealer;

    @Autowired
    Journal journal;

    @Autowired
    Batch batch;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    PlatformTransactionManager manager;

    private final CountDownLatch die = new CountDownLatch(1);

    @Test
    void anotherSealsOnNothingIsLostNothingIsDoubledAndTheOrderStays() throws Exception {
        var subject = Ids.next();
        var before = head();
        try (var node = Executors.newSingleThreadExecutor()) {
            var dying = new Dying();
            var last = lineInTheHandsOf(dying, node, subject);
            assertThat(sealer.seal()).as("one seals at a time").isZero();
            assertThat(sealed(subject))
                    .as("nothing shows before it is committed")
                    .doesNotContain(last);
            assertThat(in(() -> db.sql("select pg_terminate_backend(?)")
                            .param(dying.backend)
                            .query(Boolean.class)
                            .single()))
                    .isTrue();
            die.countDown();
            assertThatThrownBy(dying.sealing::get).isInstanceOf(ExecutionException.class);
            IntStream.rangeClosed(last + 1, last + LINES).forEach(number -> write(subject, number));
            sealAll(subject, last + LINES);
            assertThat(sealed(subject))
                    .isEqualTo(IntStream.rangeClosed(1, last + LINES).boxed().toList());
            assertThat(placesAfter(before))
                    .isEqualTo(
                            LongStream.rangeClosed(before + 1, head()).boxed().toList());
        }
    }

    /// The application's own sealer may be quicker; then there is a next line.
    private int lineInTheHandsOf(Dying dying, ExecutorService node, UUID subject) throws Exception {
        for (int number = 1; number < 100; number++) {
            write(subject, number);
            var taken = new CountDownLatch(1);
            dying.sealing = node.submit(() -> new Sealer(db, new TransactionTemplate(dying.waking(taken))).seal());
            while (!taken.await(5, TimeUnit.MILLISECONDS) && !dying.sealing.isDone()) continue;
            if (taken.getCount() == 0) return number;
        }
        throw new AssertionError("the application's sealer was always quicker");
    }

    /// Waits between the last statement and the commit, when there is something to commit.
    private final class Dying {
        private int backend;
        private Future<Integer> sealing;

        PlatformTransactionManager waking(CountDownLatch taken) {
            return new PlatformTransactionManager() {
                @Override
                public TransactionStatus getTransaction(TransactionDefinition definition) {
                    return manager.getTransaction(definition);
                }

                @Override
                public void commit(TransactionStatus status) {
                    backend = db.sql(
                                    "select coalesce((select pg_backend_pid() where exists "
                                            + "(select 1 from record.journal_position where xmin::text::bigint = pg_current_xact_id_if_assigned()::text::bigint)), 0)")
                            .query(Integer.class)
                            .single();
                    if (backend != 0) {
                        taken.countDown();
                        await(die);
                    }
                    manager.commit(status);
                }

                @Override
                public void rollback(TransactionStatus status) {
                    manager.rollback(status);
                }
            };
        }
    }

    private void write(UUID subject, int number) {
        in(() -> {
            batch.run(List.of(journal.line(Journal.Entry.plain(
                    subject,
                    "TEST",
                    number,
                    null,
                    new Noted(number),
                    Scope.SYSTEM,
                    Instant.parse("2026-01-01T00:00:00Z")))));
            return number;
        });
    }

    /// The numbers of the lines that have a place, in the order of their places.
    private List<Integer> sealed(UUID subject) {
        return in(() -> db.sql("""
            select (j.body ->> 'number')::int from record.journal_position p join record.journal j on j.id = p.line where j.subject = ? order by p.seq""").param(subject).query(Integer.class).list());
    }

    private void sealAll(UUID subject, int lines) throws InterruptedException {
        for (int i = 0; i < 400 && sealed(subject).size() < lines; i++) {
            sealer.seal();
            Thread.sleep(10);
        }
    }

    private List<Long> placesAfter(long seq) {
        return in(() -> db.sql("""
            select seq from record.journal_position where seq > ? and seq <= (select last_seq from record.sealer) order by seq""").param(seq).query(Long.class).list());
    }

    private long head() {
        return in(() -> db.sql("select coalesce(max(last_seq), 0) from record.sealer")
                .query(Long.class)
                .single());
    }

    private <T> T in(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
