package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.hengwei.platform.shared.Bell;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// A sender is told to come again (503) whenever its delivery is not safe.
class RawEventsTest {
    private static final PlatformTransactionManager NO_DATABASE = new PlatformTransactionManager() {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            throw new CannotCreateTransactionException("no database");
        }

        @Override
        public void commit(TransactionStatus status) {
            throw new AssertionError();
        }

        @Override
        public void rollback(TransactionStatus status) {
            throw new AssertionError();
        }
    };

    private final RawEvents events =
            new RawEvents(mock(JdbcClient.class), new TransactionTemplate(NO_DATABASE), new Bell(), Clock.systemUTC());

    @Test
    void withoutADatabaseTheSenderIsToldToComeAgain() {
        events.loop().start();
        try {
            assertThatThrownBy(() -> events.keep(UUID.randomUUID(), new byte[0], null))
                    .isInstanceOf(Busy.class);
        } finally {
            events.loop().stop();
        }
    }

    @Test
    void whoeverComesWhenMemoryIsTakenIsToldToComeAgainBeforeHisDeliveryIsRead() {
        try (var all = events.room(Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> events.room(1)).isInstanceOf(Busy.class);
        }
        assertThatCode(() -> events.room(RawEvents.ROOM).close()).doesNotThrowAnyException();
    }

    @Test
    void whileTheProgramStopsTheSenderIsToldToComeAgain() {
        assertThatThrownBy(() -> events.keep(UUID.randomUUID(), new byte[0], null))
                .isInstanceOf(Busy.class);
    }
}
