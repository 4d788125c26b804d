package io.hengwei.platform.record;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What records are found by; one index over all kinds. Written by the search module, read through `Sql.matching`.
@Component
public class RecordTokens {
    private static final String UPSERT = """
        insert into record.record_tokens (record, unit, tokens) values (?, ?, ?)
        on conflict (record) do update set unit = excluded.unit, tokens = excluded.tokens
        where (record_tokens.unit, record_tokens.tokens) is distinct from (excluded.unit, excluded.tokens)""";

    private final JdbcTemplate db;

    RecordTokens(JdbcTemplate db) {
        this.db = db;
    }

    /// The same tokens, of records of one kind.
    public static Set<String> of(String kind, Set<String> tokens) {
        if (tokens.isEmpty()) return tokens;
        var all = new LinkedHashSet<>(tokens);
        all.add(token(kind));
        return all;
    }

    /// No word has this form.
    private static String token(String kind) {
        return "=" + kind;
    }

    public record Found(RecordCard card, Collection<String> tokens) {}

    public void write(List<Found> records) {
        db.batchUpdate(
                UPSERT,
                records.stream()
                        .map(r -> new Object[] {
                            r.card().id().value(),
                            r.card().unit().value(),
                            of(r.card().kind(), Set.copyOf(r.tokens())).toArray(String[]::new)
                        })
                        .toList());
    }
}
