package io.hengwei.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A start with the right key, with another one, and with none.
class MasterKeyCheckTest {
    /// One module with one column.
    private static final class Column implements SealedValues {
        private final List<Sealed> values = new ArrayList<>();

        @Override
        public String name() {
            return "test";
        }

        @Override
        public List<Sealed> after(UUID id, int limit) {
            return values.stream().limit(limit).toList();
        }

        @Override
        public boolean replace(Sealed old, byte[] fresh) {
            return false;
        }
    }

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final Column column = new Column();
    private Path key;

    @BeforeEach
    void aKey() {
        key = folder.resolve("key.json");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstStartMakesAKeyAndLaterOnesFindIt() {
        start(key);
        assertThat(key).exists();
        seal();
        assertThatCode(() -> start(key)).doesNotThrowAnyException();
    }

    @Test
    void withoutTheKeyNothingStartsAndNoNewOneIsMade() throws Exception {
        start(key);
        seal();
        Files.delete(key);
        assertThatThrownBy(() -> start(key))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining(key.toString());
        assertThat(key).doesNotExist();
    }

    @Test
    void withAnotherKeyNothingStarts() throws Exception {
        start(key);
        seal();
        var other = folder.resolve("other.json");
        new KeyFile(other).create();
        assertThatThrownBy(() -> start(other))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("is another one");
        assertThatCode(() -> start(key)).doesNotThrowAnyException();
    }

    @Test
    void whereNothingWasSealedANewKeyIsAsGoodAsTheOldOne() throws Exception {
        start(key);
        Files.delete(key);
        assertThatCode(() -> start(key)).doesNotThrowAnyException();
        assertThatCode(() -> start(key)).doesNotThrowAnyException();
    }

    private void seal() {
        column.values.add(
                new SealedValues.Sealed(new UUID(0, 7), "x", envelopes(key).seal("x", "x")));
    }

    private void start(Path file) {
        var access = database.access();
        var source = new DriverManagerDataSource(
                access.url(), access.runner().user(), access.runner().password());
        var master = new MasterKey(file);
        var witness = new Witness(JdbcClient.create(source), new Envelopes(master));
        new MasterKeyCheck(
                        master, witness, List.of(column), new TransactionTemplate(new JdbcTransactionManager(source)))
                .afterSingletonsInstantiated();
    }

    private static Envelopes envelopes(Path file) {
        return new Envelopes(new MasterKey(file));
    }
}
