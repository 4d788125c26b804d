package io.hengwei.platform.record;

import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A repeated request gets the first one's answer and does nothing: key, hash of the request and answer are written in
/// the act's own transaction. Where one request asks for several acts, each is known by its place among them.
@Component
class Idempotency {
    /// The key of the present act and the hash of what the request asks; how many acts the request has had.
    record Key(String key, byte[] request, AtomicInteger acts) {
        Key(String key, byte[] request) {
            this(key, request, new AtomicInteger());
        }

        /// No header carries a line break, so nobody else's key is like this one.
        private Key ofNextAct() {
            var before = acts.getAndIncrement();
            return before == 0 ? this : new Key(key + "\n" + before, request, acts);
        }
    }

    /// An answer of this one field: the act waits for a consent.
    static final String HELD = "$held";

    private static final ScopedValue<Key> CURRENT = ScopedValue.newInstance();

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    static <X extends Exception> void with(Key key, ScopedValue.CallableOp<@Nullable Void, X> work) throws X {
        ScopedValue.where(CURRENT, key).call(work);
    }

    /// Another act of the request, with a key of its own.
    static <T> T forNextAct(Supplier<T> act) {
        return CURRENT.isBound()
                ? ScopedValue.where(CURRENT, CURRENT.get().ofNextAct()).call(act::get)
                : act.get();
    }

    private record Stored(byte[] request, String answer) {}

    <T> Optional<T> answered(Class<T> type) {
        if (!CURRENT.isBound()) return Optional.empty();
        var key = CURRENT.get();
        var stored = db.sql("select request, answer from record.idempotency where account = ? and key = ?")
                .param(Scope.current().me().value())
                .param(key.key())
                .query((rs, ignored) -> new Stored(rs.getBytes(1), rs.getString(2)))
                .optional();
        if (stored.isEmpty()) return Optional.empty();
        if (!Arrays.equals(stored.get().request(), key.request())) throw new Mismatch();
        var answer = json.readTree(stored.get().answer());
        if (answer.has(HELD)) throw new Held(UUID.fromString(answer.path(HELD).asString()));
        return Optional.of(json.treeToValue(answer, type));
    }

    /// The statement that remembers the answer, when the request carries a key.
    Optional<Statement> remember(@Nullable Object answer) {
        if (!CURRENT.isBound()) return Optional.empty();
        return Optional.of(Statement.of(
                "insert into record.idempotency (account, key, request, answer, at) values (?, ?, ?, cast(? as jsonb), ?)",
                Scope.current().me().value(),
                CURRENT.get().key(),
                CURRENT.get().request(),
                json.writeValueAsString(answer),
                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private static final class Mismatch extends Problem {
        Mismatch() {
            super(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-mismatch");
        }
    }
}
