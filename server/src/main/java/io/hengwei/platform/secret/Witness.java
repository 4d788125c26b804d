package io.hengwei.platform.secret;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One sealed value that says nothing and proves that the master key is the one of this database.
@Component
class Witness {
    private static final String CONTEXT = "witness:master-key";

    private final JdbcClient db;
    private final Envelopes envelopes;

    Witness(JdbcClient db, Envelopes envelopes) {
        this.db = db;
        this.envelopes = envelopes;
    }

    Optional<byte[]> read() {
        return db.sql("select sealed from secret.witness")
                .query((row, ignored) -> row.getBytes(1))
                .optional();
    }

    boolean opens(byte[] sealed) {
        try {
            envelopes.open(sealed, CONTEXT);
            return true;
        } catch (Unopenable e) {
            return false;
        }
    }

    void write() {
        db.sql(
                        "insert into secret.witness (sealed) values (?) on conflict (one) do update set sealed = excluded.sealed")
                .param(fresh())
                .update();
    }

    /// @return whether this node was the one that did it
    boolean renew(byte[] old) {
        return db.sql("update secret.witness set sealed = ? where sealed = ?")
                        .param(fresh())
                        .param(old)
                        .update()
                == 1;
    }

    private byte[] fresh() {
        return envelopes.seal(CONTEXT, CONTEXT);
    }
}
