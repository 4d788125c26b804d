package io.hengwei.demo;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How far the company has been made. Each act and its mark here are one transaction, so whoever is interrupted goes on
/// where it stopped.
@Demo
@Component
class Ledger {
    /// @param toldUntil the present as it was when the company was founded: where its stories end
    record Company(Instant toldUntil, @Nullable Instant finishedAt) {}

    /// @param records the story's own records by their part in it
    record Told(int steps, Map<String, UUID> records) {}

    private static final TypeReference<HashMap<String, UUID>> RECORDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    Ledger(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Company> company() {
        return db.sql("select told_until, finished_at from demo.company")
                .query(Rows.of(Company.class))
                .optional();
    }

    /// Whether there are people already: a company of its own needs no demo.
    boolean isInhabited() {
        return db.sql("select exists (select from identity.person_card)")
                .query(Boolean.class)
                .single();
    }

    void founded(Instant toldUntil, Founding.Ids ids) {
        db.sql("insert into demo.company (told_until) values (?)")
                .param(SqlValues.of(toldUntil))
                .update();
        db.sql("insert into demo.story (name, steps, records) values ('founding', 1, cast(? as jsonb))")
                .param(json.writeValueAsString(ids))
                .update();
    }

    Founding.Ids ids() {
        return json.readValue(
                db.sql("select records::text from demo.story where name = 'founding'")
                        .query(String.class)
                        .single(),
                Founding.Ids.class);
    }

    void finished(Instant at) {
        db.sql("update demo.company set finished_at = ?")
                .param(SqlValues.of(at))
                .update();
    }

    Map<String, Told> told() {
        var told = new HashMap<String, Told>();
        RowCallbackHandler each =
                row -> told.put(row.getString(1), new Told(row.getInt(2), json.readValue(row.getString(3), RECORDS)));
        db.sql("select name, steps, records::text from demo.story where name <> 'founding'")
                .query(each);
        return told;
    }

    void done(String story, int step, Map<String, UUID> records) {
        var changed = db.sql("""
            insert into demo.story (name, steps, records) values (:name, :step, cast(:records as jsonb))
            on conflict (name) do update set steps = excluded.steps, records = excluded.records where demo.story.steps = excluded.steps - 1""")
                .param("name", story)
                .param("step", step)
                .param("records", json.writeValueAsString(records))
                .update();
        if (changed != 1) throw new IllegalStateException("Step " + step + " of " + story + " has been done already");
    }
}
