package io.hengwei.operations.monitoring;

import io.hengwei.operations.monitoring.AlertEvents.Event;
import io.hengwei.operations.monitoring.AlertEvents.Fate;
import io.hengwei.operations.monitoring.AlertEvents.Raw;
import io.hengwei.operations.monitoring.AlertmanagerMessage.Malformed;
import io.hengwei.operations.monitoring.AlertmanagerMessage.Reading;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// From deliveries to incidents. A round is one transaction over deliveries of one source, in their order; a round that fails is taken apart,
/// alert by alert, so that one bad alert stops no other.
@Component
class AlertPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(AlertPipeline.class);
    private static final int ROUND = 100;
    private static final int NOTES = 50;

    private final Sources sources;
    private final AlertEvents events;
    private final OpenAlerts open;
    private final Severities severities;
    private final AlertIncidents incidents;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AlertPipeline(Sources sources, AlertEvents events, OpenAlerts open, Severities severities, AlertIncidents incidents, Settings settings,
            TransactionTemplate transactions, Clock clock) {
        this.sources = sources;
        this.events = events;
        this.open = open;
        this.severities = severities;
        this.incidents = incidents;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Item(Raw raw, Reading reading) {}

    /// What a round has in hand, for the case that it fails.
    private static final class Hand {
        private List<Raw> together = List.of();
        private @org.jspecify.annotations.Nullable Source source;
        private @org.jspecify.annotations.Nullable Raw alone;
    }

    /// Takes the next deliveries.
    ///
    /// @return whether there may be more
    boolean step() {
        return Scope.asSystem(() -> {
            var hand = new Hand();
            try {
                transactions.executeWithoutResult(_ -> round(hand));
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                LOG.warn("{} deliveries are taken one by one: {}", hand.together.size(), e.toString());
                transactions.executeWithoutResult(_ -> events.retold(hand.together));
                return true;
            }
            if (hand.source != null && hand.alone != null) apart(hand.source.id(), hand.alone);
            return hand.source != null;
        });
    }

    /// Takes a delivery again: what failed or was passed over gets another chance, what was acted on stays.
    void again(UUID source, UUID raw) {
        Scope.asSystem(() -> {
            var found = transactions.execute(_ -> events.raw(raw));
            found.ifPresent(each -> apart(source, each));
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
        take(source, hand.together.stream().flatMap(raw -> items(raw).stream()).toList());
        events.parsed(hand.together);
    }

    private void take(Source source, List<Item> items) {
        var fingerprints = items.stream().map(item -> item.reading().alert()).filter(java.util.Objects::nonNull).map(Alert::fingerprint).distinct().toList();
        var round = new AlertRound(source, severities.of(source), incidents, open.latest(source.id(), fingerprints), clock.instant());
        items.forEach(item -> round.take(item.raw(), item.reading()));
        round.touched().forEach(alert -> noteFirstRepetition(source, alert));
        open.save(source.id(), round.touched());
        events.save(source, round.events());
    }

    private void noteFirstRepetition(Source source, OpenAlert alert) {
        if (alert.isOpen() && alert.notedCount == 1 && alert.count > 1 && alert.phase != io.hengwei.platform.record.Phase.DONE) note(source, alert);
    }

    private void note(Source source, OpenAlert alert) {
        incidents.note(source, alert, false);
        alert.noted(clock.instant());
    }

    private static List<Item> items(Raw raw) {
        if (raw.refused() != null) return List.of(new Item(raw, new Reading(0, null, raw.refused())));
        try {
            return AlertmanagerMessage.read(raw.body(), raw.receivedAt()).stream().map(reading -> new Item(raw, reading)).toList();
        } catch (Malformed e) {
            return List.of(new Item(raw, new Reading(0, null, Reason.MALFORMED.with(String.valueOf(e.getMessage())))));
        }
    }

    private void apart(UUID source, Raw raw) {
        for (var item : items(raw)) {
            try {
                transactions.executeWithoutResult(_ -> takeOnce(sources.locked(source), item));
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                LOG.warn("Alert {} of delivery {} cannot be taken", item.reading().position(), raw.id(), e);
                transactions.executeWithoutResult(_ -> fail(sources.locked(source), item, e));
            }
        }
        transactions.executeWithoutResult(_ -> events.parsed(List.of(raw)));
    }

    private void takeOnce(Source source, Item item) {
        if (!events.settled(item.raw()).contains(item.reading().position())) take(source, List.of(item));
    }

    private void fail(Source source, Item item, RuntimeException e) {
        var reason = e instanceof Problem ? Reason.REFUSED.with(String.valueOf(e.getMessage())) : Reason.UNEXPECTED.with(e.toString());
        var alert = item.reading().alert();
        var severity = severities.of(source).severity(alert == null ? null : alert.sourceSeverity());
        events.save(source, List.of(new Event(item.raw(), item.reading().position(), alert, source.unit(), severity, Fate.FAILED, reason, null)));
    }

    /// Tells incidents of repetitions they have not heard of for a while.
    void tellRepetitions() {
        Scope.asSystem(() -> {
            var before = clock.instant().minus(settings.value(MonitoringSettings.NOTE_INTERVAL));
            var waiting = transactions.execute(_ -> open.sourcesUnheard(before));
            for (var source : new ArrayList<>(waiting)) transactions.executeWithoutResult(_ -> tell(sources.locked(source), before));
        });
    }

    private void tell(Source source, Instant before) {
        var alerts = open.unheard(source.id(), before, NOTES);
        alerts.forEach(alert -> note(source, alert));
        open.save(source.id(), alerts);
    }

    /// It will pass by itself: the delivery waits for the next attempt.
    private static boolean isPassing(RuntimeException e) {
        return e instanceof Stale || e instanceof TransientDataAccessException || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException;
    }
}
