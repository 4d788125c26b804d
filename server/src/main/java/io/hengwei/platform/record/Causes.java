package io.hengwei.platform.record;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which command did what a module notes of a record, told by the instant at which it was given.
@Component
public class Causes {
    /// @param by name of the person; null when the system did it
    /// @param waitingFor code of what the record waits for, where the command says so
    /// @param text why, in the words of the person; null when the system did it
    public record Cause(
            Instant at,
            String command,
            @Nullable String by,
            @Nullable String waitingFor,
            @Nullable String text) {}

    private final JdbcClient db;

    Causes(JdbcClient db) {
        this.db = db;
    }

    /// Of a record that the person sees; what only those see who work on it is left out for others.
    public Map<Instant, Cause> of(RecordCard card, Collection<Instant> instants) {
        var causes = new HashMap<Instant, Cause>();
        db.sql("""
            select j.happened_at as at, j.command, p.name as by, j.body ->> 'waitingFor' as waiting_for,
                case when p.id is not null then coalesce(j.body ->> 'reason', j.body ->> 'text') end as text
            from record.journal j left join identity.person_card p on p.id = j.actor
            where j.subject = :record and j.happened_at = any(cast(:instants as timestamptz[])) and j.to_state is not null
                and (:notes or j.command not in ('WorkNote', 'RecordWork'))
                and j.recorded_at >= least(cast(:opened as timestamptz), now()) - interval '1 day' and j.recorded_at <= now() + interval '1 day'
            order by j.id""")
                .param("record", card.id().value())
                .param("instants", instants.stream().map(Instant::toString).toArray(String[]::new))
                .param("notes", card.seesNotes())
                .param("opened", SqlValues.of(card.openedAt()))
                .query(Rows.of(Cause.class))
                .list()
                .forEach(cause -> causes.putIfAbsent(cause.at(), cause));
        return causes;
    }
}
