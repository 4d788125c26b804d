package io.hengwei.platform.notification;

import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.notification.LiveHub.News;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Carries news between nodes: LISTEN/NOTIFY on one connection of its own, at most one NOTIFY in 200 ms. What is lost
/// while the connection is down, pages learn when they next ask.
@Component
class LiveWire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWire.class);
    private static final String CHANNEL = "hengwei_live";
    private static final int BEAT_MILLIS = 200;

    /// Of forty letters each; PostgreSQL takes eight thousand in one message.
    private static final int MOST_IDS = 150;

    record Message(UUID node, Set<RecordId> records, Set<UserId> people) {}

    private final DatabaseAccess access;
    private final JsonMapper json;
    private final UUID node = UUID.randomUUID();
    private News outgoing = new News(new HashSet<>(), new HashSet<>());
    private @Nullable Connection connection;

    LiveWire(DatabaseAccess access, JsonMapper json) {
        this.access = access;
        this.json = json;
    }

    synchronized void send(News news) {
        outgoing.records().addAll(news.records());
        outgoing.people().addAll(news.people());
    }

    private synchronized News take() {
        var taken = outgoing;
        outgoing = new News(new HashSet<>(), new HashSet<>());
        return taken;
    }

    /// One beat: tells the others what is new here, and hears for a moment what is new there.
    void beat(Consumer<News> hear) {
        try {
            var wire = connected();
            notifyOthers(wire);
            hear(wire, hear);
        } catch (SQLException e) {
            close();
            take();
            throw new DataAccessResourceFailureException("The wire between nodes is down", e);
        }
    }

    private Connection connected() throws SQLException {
        if (connection != null) return connection;
        var fresh = access.connect(access.runner());
        connection = fresh;
        try (var statement = fresh.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        return fresh;
    }

    private void hear(Connection wire, Consumer<News> hear) throws SQLException {
        var heard = wire.unwrap(PGConnection.class).getNotifications(BEAT_MILLIS);
        if (heard == null) return;
        for (var notification : heard) {
            var message = json.readValue(notification.getParameter(), Message.class);
            if (!message.node().equals(node)) hear.accept(new News(message.records(), message.people()));
        }
    }

    @Override
    public void close() {
        try (var gone = connection) {
            connection = null;
        } catch (SQLException e) {
            LOG.debug("The wire was down already", e);
        }
    }

    /// As many messages as it takes; those to people go first.
    private void notifyOthers(Connection connection) throws SQLException {
        var news = take();
        try (var statement = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            for (var people : inParts(news.people())) notify(statement, new Message(node, Set.of(), people));
            for (var records : inParts(news.records())) notify(statement, new Message(node, records, Set.of()));
        }
    }

    private void notify(PreparedStatement statement, Message message) throws SQLException {
        statement.setString(1, json.writeValueAsString(message));
        statement.execute();
    }

    private static <T> List<Set<T>> inParts(Set<T> all) {
        return all.stream()
                .gather(Gatherers.windowFixed(MOST_IDS))
                .<Set<T>>map(Set::copyOf)
                .toList();
    }
}
