package io.hengwei.platform.secret;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The column `sealed` of a table that keeps at most one sealed value for each of its keys.
///
/// @param table with its schema: `identity.second_factor`
/// @param key the column whose value the row goes by
/// @param context for which the value of a key was sealed
public record SealedColumn(JdbcClient db, String table, String key, Function<UUID, String> context)
        implements SealedValues {

    @Override
    public String name() {
        return table;
    }

    @Override
    public List<Sealed> after(UUID id, int limit) {
        var sql = "select %1$s, sealed from %2$s where %1$s > ? and sealed is not null order by %1$s limit ?";
        return db.sql(sql.formatted(key, table))
                .param(id)
                .param(limit)
                .query((row, ignored) -> sealed(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }

    private Sealed sealed(UUID id, byte[] value) {
        return new Sealed(id, context.apply(id), value);
    }

    @Override
    public boolean replace(Sealed old, byte[] fresh) {
        return db.sql("update %2$s set sealed = ? where %1$s = ? and sealed = ?".formatted(key, table))
                        .param(fresh)
                        .param(old.id())
                        .param(old.value())
                        .update()
                == 1;
    }
}
