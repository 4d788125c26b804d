package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tree of units in memory. Whoever asks names the version that the database has now, or lets us ask for it; a tree
/// of another version is read again, so no node works with an old one.
@Component
public class UnitTrees {
    private static final String UNITS =
            "select id, name, kind, parent, active, version from identity.unit_card order by name, id";

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final JdbcClient db;
    private volatile long readAt = System.nanoTime() - FRESH_NANOS;
    private volatile UnitTree tree = new UnitTree(0, java.util.List.of());

    UnitTrees(JdbcClient db) {
        this.db = db;
    }

    public UnitTree current() {
        return at(version());
    }

    /// As `current`, but at most a second old: for what is asked often and may follow a little later.
    public UnitTree recent() {
        return System.nanoTime() - readAt < FRESH_NANOS ? tree : current();
    }

    UnitTree at(long version) {
        var known = tree;
        if (known.version() != version) return read();
        readAt = System.nanoTime();
        return known;
    }

    /// The version is read before the units: a change in between makes the tree newer than it says, and it is read once
    /// more.
    private UnitTree read() {
        var version = version();
        var fresh =
                new UnitTree(version, db.sql(UNITS).query(Rows.of(Unit.class)).list());
        tree = fresh;
        readAt = System.nanoTime();
        return fresh;
    }

    private long version() {
        return db.sql("select version from identity.unit_tree")
                .query(Long.class)
                .single();
    }
}
