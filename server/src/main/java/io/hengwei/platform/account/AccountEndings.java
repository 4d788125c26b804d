package io.hengwei.platform.account;

import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.IdentityAct.CloseAccount;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Clears away what a temporary account leaves behind. It opens nothing from its last instant on, whether or not this
/// has run: who signs in, and what a session or token opens, is asked of the account itself.
@Component
class AccountEndings implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(AccountEndings.class);
    private static final int BATCH = 50;
    private static final Duration PACE = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    AccountEndings(Accounts accounts, TransactionTemplate transactions, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (now.isBefore(next)) return false;
        close(now);
        next = now.plus(PACE);
        return false;
    }

    void close(Instant now) {
        var over = Scope.asSystem(() -> transactions.execute(ignored -> accounts.over(now, BATCH)));
        over.forEach(this::close);
    }

    private void close(UserId person) {
        try {
            Scope.asSystem(() -> {
                accounts.close(person, new CloseAccount("到期 · ended as planned"));
                return true;
            });
        } catch (Refused e) {
            LOG.warn("The account of {} is over but stays: {}", person, e.reason());
        } catch (RuntimeException e) {
            LOG.error("The account of {} is over and could not be closed", person, e);
        }
    }
}
