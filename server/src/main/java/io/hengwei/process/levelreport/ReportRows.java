package io.hengwei.process.levelreport;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has been reported of a fault, and what waits. Levels compare as their names do: the graver, the less.
@Component
class ReportRows {
    private static final int BATCH = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient db;

    ReportRows(JdbcClient db) {
        this.db = db;
    }

    /// Whether this level, or a graver one, was reported by the rule for this role.
    boolean isReported(RecordId fault, String level, String role) {
        return db.sql(
                        "select exists (select from levelreport.level_report where record = ? and rule_role = ? and level <= ? collate \"C\")")
                .params(fault.value(), role, level)
                .query(Boolean.class)
                .single();
    }

    boolean isTold(RecordId fault, String level, Rung rung) {
        return db.sql(
                        "select exists (select from levelreport.level_report where record = ? and level = ? and role = ? and over = ? and told <> '')")
                .params(fault.value(), level, rung.role(), rung.over().value())
                .query(Boolean.class)
                .single();
    }

    List<RecordId> unacknowledged(RecordId fault) {
        return ids("record = ? and state = 'SENT' order by id", fault.value());
    }

    /// Those of a lesser level.
    List<RecordId> unacknowledged(RecordId fault, String level) {
        return ids("record = ? and state = 'SENT' and level > ? collate \"C\" order by id", fault.value(), level);
    }

    List<RecordId> overdue(Instant now) {
        return ids("state = 'SENT' and not unheard and due_at < ? order by due_at limit " + BATCH, SqlValues.of(now));
    }

    /// The next of those that found nobody whom they could be told to, in a round of all; from the beginning where the
    /// last ones have been seen.
    ///
    /// @param last of those seen before; null at first
    List<RecordId> toNobody(@Nullable RecordId last) {
        var found = last == null ? List.<RecordId>of() : toNobodyAfter(last.value());
        return found.isEmpty() ? toNobodyAfter(BEFORE_ALL) : found;
    }

    private List<RecordId> toNobodyAfter(UUID last) {
        return ids("state = 'SENT' and told = '' and id > ? order by id limit " + BATCH, last);
    }

    private List<RecordId> ids(String condition, Object... parameters) {
        return db
                .sql("select id from levelreport.level_report where " + condition)
                .params(parameters)
                .query(UUID.class)
                .list()
                .stream()
                .map(RecordId::new)
                .toList();
    }
}
