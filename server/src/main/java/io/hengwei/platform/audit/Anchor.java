package io.hengwei.platform.audit;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where the ledger stood when a day began: a few words that, kept outside the house, prove later that nothing before
/// them was changed.
///
/// @param block the last one there was
/// @param hash of that block
/// @param lines how many the ledger had up to it
record Anchor(LocalDate day, long block, String hash, long lines, Instant madeAt) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Anchor {
        if (block < 1 || lines < 1 || !hash.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("No anchor");
    }

    static List<Anchor> all(JdbcClient db) {
        return db.sql("select day, block, hash, lines, made_at from audit.anchor order by day")
                .query(Rows.of(Anchor.class))
                .list();
    }

    /// One line of JSON each, so that files may be put together.
    static String file(List<Anchor> anchors) {
        return anchors.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n", "", "\n"));
    }

    static List<Anchor> read(String file) {
        try {
            var anchors = file.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, Anchor.class))
                    .toList();
            if (anchors.isEmpty()) throw Refused.invalid("no-anchor").at("text");
            return anchors;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw Refused.invalid("no-anchor").at("text");
        }
    }
}
