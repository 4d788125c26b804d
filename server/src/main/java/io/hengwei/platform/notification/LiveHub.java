package io.hengwei.platform.notification;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The open pages of this node. News come from this node's consumer and, through `LiveWire`, from the others; each
/// delivery asks anew what the person may see. A page is let go after five minutes and comes back: a session that has
/// ended is noticed then at the latest.
@Component
class LiveHub implements SmartLifecycle {
    private static final long LONGEST_MILLIS = 300_000;
    private static final int PAGES_OF_ONE_PERSON = 12;

    /// @param people who got a notice
    record News(Set<RecordId> records, Set<UserId> people) {}

    record Unread(int unread) {}

    record Changed(RecordId id, long version) {}

    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final Directory directory;
    private final RecordCards cards;
    private final RecordTypes types;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final LiveWire wire;
    private volatile boolean running;

    LiveHub(
            Directory directory,
            RecordCards cards,
            RecordTypes types,
            JdbcClient db,
            TransactionTemplate transactions,
            LiveWire wire) {
        this.directory = directory;
        this.cards = cards;
        this.types = types;
        this.db = db;
        this.transactions = transactions;
        this.wire = wire;
    }

    SseEmitter open(UserId person) {
        var emitter = new SseEmitter(LONGEST_MILLIS);
        var client = new LiveClient[1];
        client[0] = new LiveClient(person, Scope.current().narrowed(), emitter, () -> clients.remove(client[0]));
        clients.stream()
                .filter(c -> c.person().equals(person))
                .skip(PAGES_OF_ONE_PERSON - 1)
                .forEach(LiveClient::close);
        clients.add(client[0]);
        client[0].start();
        return emitter;
    }

    /// Tells the open pages once the present transaction is committed.
    void afterCommit(Collection<RecordCard> changed, Set<UserId> people) {
        var news = new News(changed.stream().map(RecordCard::id).collect(Collectors.toSet()), people);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("live-news").start(() -> deliver(news));
                wire.send(news);
            }
        });
    }

    void deliver(News news) {
        if (clients.isEmpty()) return;
        var changed = Scope.asSystem(() -> cards.all(news.records()));
        var scopes = new HashMap<UserId, Optional<Scope>>();
        for (var client : clients) {
            var scope =
                    scopes.computeIfAbsent(client.person(), person -> Scope.asSystem(() -> directory.scopeOf(person)));
            if (scope.isEmpty()) client.close();
            else Scope.as(scope.get().narrowedTo(client.narrowed()), () -> tell(client, changed, news.people()));
        }
    }

    private boolean tell(LiveClient client, Collection<RecordCard> changed, Set<UserId> people) {
        changed.stream()
                .filter(RecordCard::isVisible)
                .forEach(card -> client.tell("record", new Changed(card.id(), card.version())));
        if (people.contains(client.person())) client.tell("notice", new Unread(unread()));
        return true;
    }

    /// How many notices the present person has not read.
    int unread() {
        var kinds = types.admitted();
        return transactions.execute(ignored -> db.sql("""
            select count(*) from (select 1 from notification.notice n join record.record_card c on c.id = n.record
            where n.person = :me and n.read_at is null and (:all or c.kind = any(:kinds)) limit 1000) counted""")
                .param("me", Scope.current().me().value())
                .param("all", kinds == null)
                .param("kinds", kinds == null ? new String[0] : SqlValues.of(kinds))
                .query(Integer.class)
                .single());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        clients.forEach(LiveClient::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Pages are let go before the web server waits for its open requests.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
