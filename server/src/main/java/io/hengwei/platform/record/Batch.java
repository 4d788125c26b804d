package io.hengwei.platform.record;

import io.hengwei.platform.shared.Sight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Sends statements to the database in one round trip.
@Component
public class Batch {
    private final JdbcTemplate db;

    Batch(JdbcTemplate db) {
        this.db = db;
    }

    /// @return how many rows the first statement changed
    public int run(List<Statement> statements) {
        var sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        var count = db.execute(sql, (org.springframework.jdbc.core.PreparedStatementCallback<Integer>) prepared -> {
            int index = 1;
            for (var statement : statements) {
                for (var parameter : statement.parameters()) prepared.setObject(index++, parameter);
            }
            prepared.execute();
            return prepared.getUpdateCount();
        });
        return count == null ? 0 : count;
    }

    /// Many statements of few texts, such as an import has: those of one text travel together, the texts in the order
    /// of their first use.
    public void runMany(List<Statement> statements) {
        var byText = new LinkedHashMap<String, List<Object[]>>();
        for (var statement : statements) {
            byText.computeIfAbsent(statement.sql(), ignored -> new ArrayList<>())
                    .add(statement.parameters().toArray());
        }
        byText.forEach(db::batchUpdate);
    }

    /// Widens what the rest of the transaction may see, or narrows it again.
    void see(Sight sight) {
        db.queryForObject(
                "select set_config('hengwei.all', ?, true) || set_config('hengwei.records', ?, true)",
                String.class,
                sight.all(),
                sight.ofRecords());
    }
}
