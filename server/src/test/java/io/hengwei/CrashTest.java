package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Program and database are killed amid a load of commands; whatever was acknowledged is there exactly once, with row,
/// card, journal, clocks and feed in agreement; whatever was not is done once when it is sent again under its key.
@Timeout(600)
class CrashTest {
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean load = new AtomicBoolean(true);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAndNothingIsDoneTwice() throws Exception {
        var product = Product.start(folder.resolve("data"), Map.of());
        try {
            var desk = Desk.of(NewCompany.in(product));
            try (var clients = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 4; i++) clients.submit(() -> workAsLongAsPossible(product, desk));
                while (acknowledged.size() < 150) Thread.sleep(20);
                product.kill();
                load.set(false);
                clients.shutdown();
                assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            }
            product.start();
            for (var key : unanswered)
                acknowledged.put(key, desk.open(product, key).path("id").asString());
            for (var key : acknowledged.keySet())
                assertThat(desk.open(product, key).path("id").asString())
                        .as("the same answer for " + key)
                        .isEqualTo(acknowledged.get(key));
            assertThat(acknowledged.values()).doesNotHaveDuplicates();
            var books = new Books(product);
            for (int i = 0; i < 100 && books.linesWithoutPlace() > 0; i++) Thread.sleep(200);
            books.agree();
            assertThat(product.count("select count(*) from incident.incident"))
                    .as("every key one record")
                    .isEqualTo(acknowledged.size());
        } finally {
            product.stop();
        }
    }

    private void workAsLongAsPossible(Product product, Desk desk) {
        while (load.get()) {
            var key = UUID.randomUUID().toString();
            try {
                var opened = desk.open(product, key);
                acknowledged.put(key, opened.path("id").asString());
                desk.confirm(product, "confirm " + key, opened);
            } catch (IOException e) {
                if (!acknowledged.containsKey(key)) unanswered.add(key);
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Else whoever gets no answer would ask thousands of times until the load ends.
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
}
