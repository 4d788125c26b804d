package io.hengwei.platform.identity.external;

import io.hengwei.platform.secret.SealedValues;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The passwords of identity sources as sealed values: they follow the master key.
@Component
class SealedSourceSecrets implements SealedValues {
    private final JdbcClient db;

    SealedSourceSecrets(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "identity.source";
    }

    @Override
    public List<Sealed> after(UUID id, int limit) {
        return db.sql("select id, sealed from identity.source where id > ? and sealed is not null order by id limit ?")
                .param(id)
                .param(limit)
                .query((row, ignored) -> sealed(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }

    @Override
    public boolean replace(Sealed old, byte[] fresh) {
        return db.sql("update identity.source set sealed = ? where id = ? and sealed = ?")
                        .param(fresh)
                        .param(old.id())
                        .param(old.value())
                        .update()
                == 1;
    }

    private static Sealed sealed(UUID source, byte[] value) {
        return new Sealed(source, IdentitySources.context(source), value);
    }
}
