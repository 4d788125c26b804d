package io.hengwei.operations.monitoring;

import io.hengwei.operations.monitoring.AlertEvents.Raw;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// From deliveries to incidents. A round is one transaction over deliveries of one source, in their order; a round that
/// fails is taken apart, alert by alert, so that one bad alert stops no other.
@Component
class AlertPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(AlertPipeline.class);
    private static final int ROUND = 100;

    private final Sources sources;
    private final AlertEvents events;
    private final OpenAlerts open;
    private final AlertRounds rounds;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AlertPipeline(
            Sources sources,
            AlertEvents events,
            OpenAlerts open,
            AlertRounds rounds,
            Settings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.sources = sources;
        this.events = events;
        this.open = open;
        this.rounds = rounds;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What a round has in hand, for the case that it fails.
    private static final class Hand {
        private @Nullable Source source;
        private List<Raw> together = List.of();
        private @Nullable Raw alone;
    }

    /// Takes the next deliveries.
    ///
    /// @return whether there may be more
    boolean step() {
        return Scope.asSystem(() -> {
            var hand = new Hand();
            try {
                transactions.executeWithoutResult(ignored -> round(hand));
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                LOG.warn("{} deliveries are taken one by one: {}", hand.together.size(), e.toString());
                transactions.executeWithoutResult(ignored -> events.retold(hand.together));
                return !hand.together.isEmpty();
            }
            if (hand.source != null && hand.alone != null) apart(hand.source.id(), hand.alone);
            return hand.source != null;
        });
    }

    /// Takes a delivery again: what failed or was passed over gets another chance, what was acted on stays.
    void again(UUID source, UUID raw) {
        Scope.asSystem(() -> transactions.execute(ignored -> events.raw(raw)).ifPresent(each -> apart(source, each)));
    }

    /// Tells incidents of repetitions they have not heard of for a while.
    void tellRepetitions() {
        Scope.asSystem(() -> {
            var before = clock.instant().minus(settings.value(MonitoringSettings.NOTE_INTERVAL));
            for (var source : transactions.execute(ignored -> open.sourcesUnheard(before))) {
                transactions.executeWithoutResult(ignored -> rounds.tellRepetitions(sources.locked(source), before));
            }
        });
    }

    private void round(Hand hand) {
        var source = sources.waiting().orElse(null);
        hand.source = source;
        if (source == null) return;
        var raws = events.waiting(source.id(), ROUND);
        if (raws.isEmpty()) return;
        if (raws.getFirst().retold()) {
            hand.alone = raws.getFirst();
            return;
        }
        hand.together = raws.stream().takeWhile(raw -> !raw.retold()).toList();
        rounds.take(
                source,
                hand.together.stream()
                        .flatMap(raw -> AlertRounds.items(raw).stream())
                        .toList());
        events.parsed(hand.together);
    }

    private void apart(UUID source, Raw raw) {
        for (var item : AlertRounds.items(raw)) {
            try {
                transactions.executeWithoutResult(ignored -> rounds.takeOnce(sources.locked(source), item));
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                LOG.warn(
                        "Alert {} of delivery {} cannot be taken",
                        item.reading().position(),
                        raw.id(),
                        e);
                transactions.executeWithoutResult(ignored -> rounds.fail(sources.locked(source), item, e));
            }
        }
        transactions.executeWithoutResult(ignored -> events.parsed(List.of(raw)));
    }

    /// It will pass by itself: the delivery waits for the next attempt.
    private static boolean isPassing(RuntimeException e) {
        return e instanceof Stale
                || e instanceof TransientDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException;
    }
}
