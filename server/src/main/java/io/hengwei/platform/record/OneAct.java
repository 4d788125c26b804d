package io.hengwei.platform.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One act is one transaction, unless one is under way; a repeated request is answered from memory, also when both
/// arrive at once, and also when the answer was that somebody must consent first.
@Component
class OneAct {
    private static final ScopedValue<Boolean> NESTED = ScopedValue.newInstance();

    private final Idempotency idempotency;
    private final Batch batch;
    private final TransactionTemplate transactions;

    OneAct(Idempotency idempotency, Batch batch, TransactionTemplate transactions) {
        this.idempotency = idempotency;
        this.batch = batch;
        this.transactions = transactions;
    }

    <T> T once(Class<T> answer, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            return ScopedValue.where(NESTED, true).call(work::get);
        return Idempotency.forNextAct(() -> outermost(answer, work));
    }

    private <T> T outermost(Class<T> answer, Supplier<T> work) {
        try {
            return transactions.execute(ignored -> idempotency.answered(answer).orElseGet(work));
        } catch (DuplicateKeyException e) {
            return transactions.execute(ignored -> idempotency.answered(answer).orElseThrow(() -> e));
        } catch (Held held) {
            rememberHeld(held);
            throw held;
        }
    }

    /// The statement that keeps the answer for whoever asks the same again.
    Optional<Statement> remember(@Nullable Object answer) {
        return NESTED.isBound() ? Optional.empty() : idempotency.remember(answer);
    }

    /// What was begun has been taken back; that it was held has not.
    private void rememberHeld(Held held) {
        try {
            transactions.executeWithoutResult(ignored -> idempotency
                    .remember(Map.of(Idempotency.HELD, held.consent()))
                    .ifPresent(statement -> batch.run(List.of(statement))));
        } catch (DuplicateKeyException e) {
            held.addSuppressed(e); // the same request came twice at once and is remembered
        }
    }
}
