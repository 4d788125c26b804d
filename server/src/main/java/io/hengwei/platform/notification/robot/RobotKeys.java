package io.hengwei.platform.notification.robot;

import io.hengwei.platform.secret.Envelopes;
import io.hengwei.platform.shared.Scope;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Addresses and secrets of robots: sealed in the database, in the clear for the moment of a call.
@Component
class RobotKeys {
    record Key(RobotKind kind, RobotAccess access) {}

    private record Sealed(RobotKind kind, byte[] value) {}

    private final Envelopes envelopes;
    private final JsonMapper json;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    RobotKeys(Envelopes envelopes, JsonMapper json, JdbcClient db, TransactionTemplate transactions) {
        this.envelopes = envelopes;
        this.json = json;
        this.db = db;
        this.transactions = transactions;
    }

    byte[] seal(RobotId robot, RobotAccess access) {
        return envelopes.seal(json.writeValueAsBytes(access), context(robot.value()));
    }

    /// Nothing where it was emptied.
    Optional<Key> open(RobotId robot) {
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                                "select kind, sealed from notification.robot where id = ? and sealed is not null")
                        .param(robot.value())
                        .query((row, index) -> new Sealed(RobotKind.valueOf(row.getString(1)), row.getBytes(2)))
                        .optional()))
                .map(kept -> new Key(kept.kind(), access(robot, kept.value())));
    }

    private RobotAccess access(RobotId robot, byte[] kept) {
        return json.readValue(envelopes.open(kept, context(robot.value())), RobotAccess.class);
    }

    static String context(UUID robot) {
        return "robot:" + robot;
    }
}
