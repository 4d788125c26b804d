package io.hengwei.platform.record;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which groups had a record, one after the other, as its journal tells it.
@Component
public class Handovers {
    private static final int MOST = 200;

    /// @param group that has it from here on; null where nobody has
    public record Handover(Instant at, @Nullable UUID group) {}

    private final JdbcClient db;

    Handovers(JdbcClient db) {
        this.db = db;
    }

    /// The first two hundred, in their order.
    public List<Handover> of(RecordCard card) {
        return db.sql("""
            select j.happened_at as at, cast(j.body #>> '{changed,assignmentGroup,to}' as uuid) as "group"
            from record.journal j
            where j.subject = :record and j.body #> '{changed,assignmentGroup}' is not null
                and j.recorded_at >= least(cast(:opened as timestamptz), now()) - interval '1 day' and j.recorded_at <= now() + interval '1 day'
            order by j.happened_at, j.id limit :most""")
                .param("record", card.id().value())
                .param("opened", SqlValues.of(card.openedAt()))
                .param("most", MOST)
                .query(Rows.of(Handover.class))
                .list();
    }
}
