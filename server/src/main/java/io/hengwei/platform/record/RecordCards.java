package io.hengwei.platform.record;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads cards, and keeps when they are due.
@Component
@Transactional(readOnly = true)
public class RecordCards {
    private static final String SELECT = """
        select id, kind, number, title, state, phase, turn, level, priority, unit, requester, assignment_group, assignee, system, system_class,
            opened_at, updated_at, next_due_at, participants, asked, version from record.record_card where\s""";

    private final JdbcClient db;

    RecordCards(JdbcClient db) {
        this.db = db;
    }

    /// The card, if the person may see the record; NotFound otherwise.
    public RecordCard visible(RecordId id) {
        return find(id).filter(RecordCard::isVisible).orElseThrow(() -> new NotFound(id));
    }

    public Optional<RecordCard> find(RecordId id) {
        return db.sql(SELECT + "id = ?")
                .param(id.value())
                .query(Rows.of(RecordCard.class))
                .optional();
    }

    public Optional<RecordCard> byNumber(String number) {
        return db.sql(SELECT + "number = ?")
                .param(number)
                .query(Rows.of(RecordCard.class))
                .optional()
                .filter(RecordCard::isVisible);
    }

    public List<RecordCard> all(Collection<RecordId> ids) {
        var plain = ids.stream().map(RecordId::value).toArray(java.util.UUID[]::new);
        return db.sql(SELECT + "id = any(?)")
                .param(plain)
                .query(Rows.of(RecordCard.class))
                .list();
    }

    /// Sets when the next limit of these records ends; for the module that keeps clocks, outside of any command.
    @Transactional
    public void due(Map<RecordId, Instant> nextDue) {
        var ids = nextDue.keySet().stream().map(RecordId::value).toArray(java.util.UUID[]::new);
        var due = nextDue.values().stream().map(Instant::toString).toArray(String[]::new);
        db.sql("""
            update record.record_card k set next_due_at = d.due from unnest(cast(? as uuid[]), cast(? as timestamptz[])) d (id, due)
            where k.id = d.id""").param(ids).param(due).update();
    }
}
