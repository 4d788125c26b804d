package io.hengwei.platform.record.feed;

import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.LoopHealth;
import io.hengwei.platform.shared.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How far the feed is, what holds it up, and replay.
@RestController
@RequestMapping("/api/feed")
class FeedController {
    record Position(
            String name,
            long position,
            long head,
            long lagLines,
            @Nullable Double lagSeconds,
            @Nullable String error,
            @Nullable Instant failingSince,
            @Nullable Instant retryAt) {}

    record Blocking(int pid, Instant since, String query) {}

    record Sealed(
            long head,
            int epoch,
            Instant sealedAt,
            @Nullable Blocking blocking) {}

    /// @param loops of the node that answers
    record Feed(List<Position> consumers, Sealed sealer, List<Loop.State> loops) {}

    record Whence(@NotNull @Min(0) Long fromSeq) {}

    private final JdbcClient db;
    private final Replays replays;
    private final LoopHealth loops;

    FeedController(JdbcClient db, Replays replays, LoopHealth loops) {
        this.db = db;
        this.replays = replays;
        this.loops = loops;
    }

    /// Lags are between instants of the database's own clock.
    @GetMapping
    @Transactional(readOnly = true)
    Feed feed() {
        Scope.current().require("system:observe");
        var consumers = db.sql("""
            select c.name, c.seq as position, s.last_seq as head, s.last_seq - c.seq as lag_lines, c.error, c.failing_since, c.retry_at,
                extract(epoch from now() - (select p.recorded_at from record.journal_position p where p.seq = c.seq + 1))::float8 as lag_seconds
            from record.consumer c cross join record.sealer s order by c.name""").query(Position.class).list();
        var blocking = db.sql("""
            select pid, xact_start as since, left(query, 200) as query from pg_stat_activity
            where backend_xid is not null and xact_start < now() - interval '5 seconds' order by xact_start limit 1""").query(Blocking.class).optional();
        return db.sql("select last_seq, epoch, sealed_at from record.sealer")
                .query((rs, ignored) -> new Feed(
                        consumers,
                        new Sealed(
                                rs.getLong(1), rs.getInt(2), rs.getTimestamp(3).toInstant(), blocking.orElse(null)),
                        loops.states()))
                .single();
    }

    @PostMapping("/{name}/replay")
    void replay(@PathVariable String name, @RequestBody @Valid Whence whence) {
        replays.replay(new Replays.Replay(name, whence.fromSeq()));
    }
}
