package io.hengwei.demo;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the demo company at the first start, before any timer, consumer or page is at work: clocks of the past must
/// not be noticed as late while the act that stops them has yet to be told. Whoever kills it in the middle finds it
/// going on at the next start.
@Demo
@Component
class DemoCompany implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
    private static final Duration OLDER_THAN_ITS_RECORDS = Duration.ofDays(400);

    private final Ledger ledger;
    private final Founding founding;
    private final Safekeeping safekeeping;
    private final Telling telling;
    private final Governing governing;
    private final Content content;
    private final DemoAccounts accounts;
    private final Directory directory;
    private final Calendars calendars;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int days;
    private volatile boolean running;

    DemoCompany(
            Ledger ledger,
            Founding founding,
            Safekeeping safekeeping,
            Telling telling,
            Governing governing,
            Content content,
            DemoAccounts accounts,
            Directory directory,
            Calendars calendars,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${hengwei.demo.days:92}") int days) {
        this.ledger = ledger;
        this.founding = founding;
        this.safekeeping = safekeeping;
        this.telling = telling;
        this.governing = governing;
        this.content = content;
        this.accounts = accounts;
        this.directory = directory;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
        this.days = days;
    }

    @Override
    public void start() {
        running = true;
        if (ledger.company().isEmpty()) {
            if (ledger.isInhabited()) {
                LOG.info("There are people already; no demo company is made");
                return;
            }
            found();
        }
        ledger.company().filter(company -> company.finishedAt() == null).ifPresent(this::tell);
    }

    private void found() {
        accounts.forget();
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        SeedClock.at(
                now.minus(OLDER_THAN_ITS_RECORDS),
                () -> Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
                    var ids = founding.found();
                    safekeeping.file(ids, now);
                    ledger.founded(now, ids);
                })));
    }

    private void tell(Ledger.Company founded) {
        var company = Scope.asSystem(
                () -> transactions.execute(ignored -> new Company(content.charter(), ledger.ids(), directory)));
        var steps =
                new Repertoire(company, content, calendars.byId(Calendars.STANDARD), founded.toldUntil(), days).steps();
        var began = clock.instant();
        telling.tell(steps, company);
        governing.govern(company, founded.toldUntil());
        ledger.finished(clock.instant());
        LOG.info(
                "演示公司 / demo company: {} acts in {} s",
                steps.size(),
                Duration.between(began, clock.instant()).toSeconds());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before everything else that is started.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
