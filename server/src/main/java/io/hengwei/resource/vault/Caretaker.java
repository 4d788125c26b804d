package io.hengwei.resource.vault;

import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks after the vault once a minute: old passwords that are no longer kept are destroyed, and what somebody knows
/// who left is marked. Grants also end by their date, and units move, so the present state is asked and not the
/// journal.
@Component
class Caretaker implements Loop.Work {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Safe safe;
    private final Knowledge knowledge;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    Caretaker(Safe safe, Knowledge knowledge, Settings settings, TransactionTemplate transactions, Clock clock) {
        this.safe = safe;
        this.knowledge = knowledge;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (Duration.between(last, now).abs().compareTo(PAUSE) < 0) return false;
        var more = look(now);
        if (!more) last = now;
        return more;
    }

    boolean look(Instant now) {
        return Scope.asSystem(() -> Boolean.TRUE.equals(transactions.execute(ignored -> {
            knowledge.markExposed(now);
            return safe.destroy(now, Duration.ofDays(settings.value(VaultSettings.KEEP_OLD)));
        })));
    }
}
