package io.hengwei.platform.record.feed;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets a consumer read the journal once more from a line on.
@Component
class Replays {
    record Replay(String consumer, long fromSeq) implements Operation {}

    private final JdbcClient db;
    private final Operations operations;
    private final Bell feedBell;

    Replays(JdbcClient db, Operations operations, Bell feedBell) {
        this.db = db;
        this.operations = operations;
        this.feedBell = feedBell;
    }

    void replay(Replay replay) {
        var subject = UUID.nameUUIDFromBytes(replay.consumer().getBytes(StandardCharsets.UTF_8));
        operations.administer(new Act("system:replay", null, "CONSUMER", subject, replay), Boolean.class, () -> {
            var moved = db.sql(
                            "update record.consumer set seq = least(?, (select last_seq from record.sealer)), error = null, failing_since = null, failures = 0, retry_at = null where name = ?")
                    .param(replay.fromSeq())
                    .param(replay.consumer())
                    .update();
            if (moved == 0) throw new NotFound(replay.consumer());
            return true;
        });
        feedBell.ring();
    }
}
