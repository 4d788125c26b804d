package io.hengwei.platform.record.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.Journal;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The feed beside the one that runs in the application: two nodes seal the same journal.
@HengweiTest
class FeedTest {
    record Noted(int number) implements Operation {}

    @Autowired
    Sealer sealer;

    @Autowired
    JournalReader reader;

    @Autowired
    Journal journal;

    @Autowired
    Batch batch;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void everyCommittedLineGetsOnePlaceAndNoRolledBackOneAny() throws Exception {
        var subject = Ids.next();
        var before = head();
        try (var writers = Executors.newFixedThreadPool(6)) {
            for (int w = 0; w < 6; w++) {
                var writer = w;
                writers.submit(() -> IntStream.range(0, 50).forEach(i -> write(subject, writer * 50 + i, i % 7 == 3)));
            }
            while (!writers.awaitTermination(1, TimeUnit.MILLISECONDS)
                    && places(subject).size() < 200) {
                writers.shutdown();
                sealer.seal();
            }
        }
        sealAll(subject, 258);
        assertThat(places(subject)).hasSize(258).doesNotHaveDuplicates();
        assertThat(allPlacesAfter(before))
                .isEqualTo(LongStream.rangeClosed(before + 1, head()).boxed().toList());
    }

    @Test
    void aLongOpenTransactionHoldsTheFeedBackAndLosesNothing() throws Exception {
        var early = Ids.next();
        var late = Ids.next();
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            other.submit(() -> Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
                add(early, 1);
                written.countDown();
                await(commit);
            })));
            written.await(10, TimeUnit.SECONDS);
            write(late, 2, false);
            for (int i = 0; i < 5; i++) sealer.seal();
            assertThat(places(late))
                    .as("a later line waits for the earlier transaction")
                    .isEmpty();
            commit.countDown();
        }
        sealAll(late, 1);
        assertThat(places(early).getFirst()).isLessThan(places(late).getFirst());
    }

    @Test
    void aDatabaseRestoredElsewherePlacesWhatHasNoPlaceFirst() {
        var subject = Ids.next();
        write(subject, 1, false);
        sealAll(subject, 1);
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
            add(subject, 2);
            db.sql("update record.sealer set cluster = 'somewhere else', low = '9999999999'")
                    .update();
        }));
        var epoch = db(() ->
                db.sql("select epoch from record.sealer").query(Integer.class).single());
        sealAll(subject, 2);
        assertThat(places(subject)).hasSize(2);
        awaitEpoch(epoch);
        write(subject, 3, false);
        sealAll(subject, 3);
    }

    @Test
    void aReaderGetsLinesInOrderWithTheirBody() {
        var subject = Ids.next();
        write(subject, 7, false);
        sealAll(subject, 1);
        var seq = places(subject).getFirst();
        var line = db(() -> reader.after(seq - 1, 1)).getFirst();
        assertThat(line.seq()).isEqualTo(seq);
        assertThat(line.command()).isEqualTo("Noted");
        assertThat(line.body().path("number").asInt()).isEqualTo(7);
        assertThat(line.actor()).isEqualTo(Scope.SYSTEM);
    }

    @Test
    void aConsumersEffectAndItsPositionAreOneTransaction() {
        var seen = new ArrayList<Integer>();
        var subject = Ids.next();
        var failed = new AtomicBoolean();
        var flaky = consumer("flaky-" + subject, subject, number -> {
            if (!failed.getAndSet(true)) throw new IllegalStateException("the power went off");
            seen.add(number);
        });
        var consumers = new Consumers(List.of(flaky), reader, db, transactions, Clock.systemUTC());
        consumers.register();
        IntStream.range(0, 3).forEach(i -> write(subject, i, false));
        sealAll(subject, 3);
        for (int i = 0; i < 200 && seen.size() < 3; i++) consumers.moveAll();
        consumers.moveAll();
        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void aConsumerStandsAtTheLineItCannotTakeAndIsTriedAgainAfterEverLongerPauses() {
        var subject = Ids.next();
        var seen = new ArrayList<Integer>();
        var poisoned = new AtomicBoolean(true);
        var begin = Instant.parse("2026-01-01T00:00:00Z");
        var now = new AtomicReference<>(begin);
        var consumer = consumer("poisoned-" + subject, subject, number -> {
            if (number == 1 && poisoned.get()) throw new IllegalStateException("poison");
            seen.add(number);
        });
        var consumers = new Consumers(List.of(consumer), reader, db, transactions, clockOf(now));
        consumers.register();
        moveToTheEnd(consumers);
        IntStream.range(0, 3).forEach(i -> write(subject, i, false));
        sealAll(subject, 3);
        moveToTheEnd(consumers);
        var before = places(subject).get(1) - 1;
        for (int failures = 1; failures <= 8; failures++) {
            var next = now.get().plusSeconds(Math.min(60, 1L << (failures - 1)));
            consumers.moveAll();
            assertThat(standing(consumer)).isEqualTo(new Standing(before, failures, begin, next));
            now.set(next);
            consumers.moveAll();
        }
        assertThat(seen).as("what follows it waits").doesNotContain(2);
        poisoned.set(false);
        now.updateAndGet(at -> at.plusSeconds(60));
        moveToTheEnd(consumers);
        assertThat(seen).endsWith(1, 2);
        assertThat(standing(consumer).failures()).isZero();
    }

    private static JournalConsumer consumer(String name, UUID subject, IntConsumer take) {
        return new JournalConsumer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void consume(List<JournalLine> lines) {
                lines.stream()
                        .filter(line -> line.subject().equals(subject))
                        .forEach(line -> take.accept(line.body().path("number").asInt()));
            }
        };
    }

    private static Clock clockOf(AtomicReference<Instant> now) {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private record Standing(
            long seq,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant retryAt) {}

    private Standing standing(JournalConsumer consumer) {
        return db(() -> db.sql("select seq, failures, failing_since, retry_at from record.consumer where name = ?")
                .param(consumer.name())
                .query(Rows.of(Standing.class))
                .single());
    }

    private void moveToTheEnd(Consumers consumers) {
        while (consumers.moveAll()) continue;
    }

    private void write(UUID subject, int number, boolean rollBack) {
        Scope.asSystem(() -> transactions.executeWithoutResult(status -> {
            add(subject, number);
            if (rollBack) status.setRollbackOnly();
        }));
    }

    private void add(UUID subject, int number) {
        batch.run(List.of(journal.line(Journal.Entry.plain(
                subject,
                "TEST",
                number,
                null,
                new Noted(number),
                Scope.SYSTEM,
                Instant.parse("2026-01-01T00:00:00Z")))));
    }

    private List<Long> places(UUID subject) {
        return db(() -> db.sql(
                        "select p.seq from record.journal_position p join record.journal j on j.id = p.line where j.subject = ? order by p.seq")
                .param(subject)
                .query(Long.class)
                .list());
    }

    private List<Long> allPlacesAfter(long seq) {
        return db(() -> db.sql(
                        "select seq from record.journal_position where seq > ? and seq <= (select last_seq from record.sealer) order by seq")
                .param(seq)
                .query(Long.class)
                .list());
    }

    private long head() {
        return db(() -> db.sql("select coalesce(max(last_seq), 0) from record.sealer")
                .query(Long.class)
                .single());
    }

    private <T> T db(java.util.function.Supplier<T> question) {
        return Scope.asSystem(() -> transactions.execute(ignored -> question.get()));
    }

    private void sealAll(UUID subject, int expected) {
        for (int i = 0; i < 400 && places(subject).size() < expected; i++) {
            sealer.seal();
            pause();
        }
        assertThat(places(subject)).hasSize(expected);
    }

    private void awaitEpoch(int before) {
        for (int i = 0;
                i < 400
                        && db(() -> db.sql("select epoch from record.sealer")
                                        .query(Integer.class)
                                        .single())
                                == before;
                i++) {
            sealer.seal();
            pause();
        }
        assertThat(db(() -> db.sql("select epoch from record.sealer")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(before + 1);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
