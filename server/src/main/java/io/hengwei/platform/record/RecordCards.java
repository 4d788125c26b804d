package io.hengwei.platform.record;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads cards.
@Component
@Transactional(readOnly = true)
public class RecordCards {
    private static final String SELECT = """
        select id, kind, number, title, state, phase, turn, level, priority, unit, requester, assignment_group, assignee, system, system_class,
            opened_at, updated_at, next_due_at, version from record.record_card where\s""";

    private final JdbcClient db;

    RecordCards(JdbcClient db) {
        this.db = db;
    }

    /// The card, if the person may see the record; NotFound otherwise.
    public RecordCard visible(RecordId id) {
        return find(id).filter(RecordCard::isVisible).orElseThrow(() -> new NotFound(id));
    }

    public Optional<RecordCard> find(RecordId id) {
        return db.sql(SELECT + "id = ?").param(id.value()).query(Rows.of(RecordCard.class)).optional();
    }

    public Optional<RecordCard> byNumber(String number) {
        return db.sql(SELECT + "number = ?").param(number).query(Rows.of(RecordCard.class)).optional().filter(RecordCard::isVisible);
    }

    public List<RecordCard> all(Collection<RecordId> ids) {
        var plain = ids.stream().map(RecordId::value).toArray(java.util.UUID[]::new);
        return db.sql(SELECT + "id = any(?)").param(plain).query(Rows.of(RecordCard.class)).list();
    }
}
