package io.hengwei.platform.identity;

import io.hengwei.platform.secret.SealedValues;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The second factors as sealed values: they follow the master key.
@Component
class SealedFactors implements SealedValues {
    private final JdbcClient db;

    SealedFactors(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "identity.second_factor";
    }

    @Override
    public List<Sealed> after(UUID id, int limit) {
        return db.sql("select person, sealed from identity.second_factor where person > ? order by person limit ?")
                .param(id)
                .param(limit)
                .query((row, ignored) -> sealed(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }

    @Override
    public boolean replace(Sealed old, byte[] fresh) {
        return db.sql("update identity.second_factor set sealed = ? where person = ? and sealed = ?")
                        .param(fresh)
                        .param(old.id())
                        .param(old.value())
                        .update()
                == 1;
    }

    private static Sealed sealed(UUID person, byte[] value) {
        return new Sealed(person, "totp:" + person, value);
    }
}
