package io.hengwei.platform.notification.robot;

import io.hengwei.platform.notification.Attempts;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages that wait for their robots. A node that takes one has it for some minutes; should it die, another takes it
/// again: a message may come twice, never not at all. No robot is told more in a minute than its provider takes,
/// however many nodes there are.
@Component
class PostQueue {
    /// All three providers take as much; who sends more is shut out for a while.
    static final int A_MINUTE = 20;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ROBOTS_AT_ONCE = 50;

    record Taken(
            UUID id,
            RobotId robot,
            int attempts,
            String title,
            List<String> lines,
            @Nullable String link) {
        RobotMessage message() {
            return new RobotMessage(title, lines, link);
        }
    }

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PostQueue(JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The unit whose robot it is.
    Optional<UnitId> unitOf(RobotId robot) {
        return db.sql("select unit from notification.robot where id = ?")
                .param(robot.value())
                .query(UUID.class)
                .optional()
                .map(UnitId::new);
    }

    /// In the present transaction, whatever that may see.
    ///
    /// @return false when this key was queued before
    boolean put(RobotId robot, String key, RobotMessage message) {
        return insert(Ids.next(), robot, key, message, false) == 1;
    }

    /// Takes a message past the queue: whoever tries a robot waits for its answer. In a transaction that sees the
    /// robot.
    ///
    /// @throws Refused when it has been told enough this minute
    UUID begin(RobotId robot, RobotMessage message) {
        db.sql("select id from notification.robot where id = ? for no key update")
                .param(robot.value())
                .query(UUID.class)
                .single();
        var spent = db.sql("select count(*) from notification.post where robot = ? and tried_at > ?")
                .param(robot.value())
                .param(SqlValues.of(clock.instant().minus(MINUTE)))
                .query(Integer.class)
                .single();
        if (spent >= A_MINUTE) throw new Refused("robot-busy", A_MINUTE);
        var id = Ids.next();
        insert(id, robot, "trial:" + id, message, true);
        return id;
    }

    private int insert(UUID id, RobotId robot, String key, RobotMessage message, boolean taken) {
        var now = clock.instant();
        var next = taken ? now.plus(Attempts.TAKEN_FOR) : now;
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id);
        values.put("robot", robot.value());
        values.put("key", key);
        values.put("title", message.title());
        values.put("lines", message.lines().toArray(String[]::new));
        values.put("link", message.link());
        values.put("attempts", taken ? 1 : 0);
        values.put("tried", taken ? SqlValues.of(now) : null);
        values.put("next", SqlValues.of(next));
        values.put("now", SqlValues.of(now));
        return db.sql("""
                insert into notification.post (id, robot, key, title, lines, link, state, attempts, queued_at, tried_at, next_at, at)
                values (:id, :robot, :key, :title, :lines, :link, 'QUEUED', :attempts, :now, cast(:tried as timestamptz), :next, :now) on conflict do nothing""").params(values).update();
    }

    /// Two statements: only the second sees what whoever held a robot before has taken for it.
    List<Taken> take() {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            dropWhatIsSwitchedOff();
            var robots = hold();
            return robots.isEmpty() ? List.of() : take(robots);
        }));
    }

    private void dropWhatIsSwitchedOff() {
        db.sql("""
                update notification.post set state = 'NOT_SENT', reason = 'SWITCHED_OFF', next_at = null, at = :now
                where state = 'QUEUED' and next_at <= :now and robot in (select id from notification.robot where not active)""").param("now", SqlValues.of(clock.instant())).update();
    }

    private List<UUID> hold() {
        return db.sql("""
                select r.id from notification.robot r
                where r.active and exists (select 1 from notification.post p where p.robot = r.id and p.state = 'QUEUED' and p.next_at <= :now)
                order by r.id limit :limit for no key update skip locked""")
                .param("now", SqlValues.of(clock.instant()))
                .param("limit", ROBOTS_AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private List<Taken> take(List<UUID> robots) {
        var now = clock.instant();
        return db.sql("""
                with taken as (
                    update notification.post set attempts = attempts + 1, tried_at = :now, next_at = :until
                    where id in (
                        select w.id from unnest(:robots) as r(id)
                        cross join lateral (select count(*) as spent from notification.post s where s.robot = r.id and s.tried_at > :since) used
                        cross join lateral (
                            select p.id from notification.post p where p.robot = r.id and p.state = 'QUEUED' and p.next_at <= :now
                            order by p.next_at, p.id limit greatest(0, :most - used.spent) for update skip locked) w)
                    returning id, robot, attempts, title, lines, link)
                select * from taken order by robot, id""")
                .param("now", SqlValues.of(now))
                .param("until", SqlValues.of(now.plus(Attempts.TAKEN_FOR)))
                .param("since", SqlValues.of(now.minus(MINUTE)))
                .param("robots", robots.toArray(UUID[]::new))
                .param("most", A_MINUTE)
                .query(Rows.of(Taken.class))
                .list();
    }

    /// Posted, or never to be.
    void end(UUID post, PostOutcome outcome) {
        var state = outcome.failure() == null ? PostState.SENT : PostState.FAILED;
        write(
                "update notification.post set state = :state, reason = :reason, said = :said, next_at = null, at = :now where id = :id",
                post,
                outcome,
                Map.of("state", state.name(), "now", SqlValues.of(clock.instant())));
    }

    void later(Taken post, PostOutcome outcome, Duration pause) {
        write(
                "update notification.post set reason = :reason, said = :said, next_at = :next where id = :id",
                post.id(),
                outcome,
                Map.of("next", SqlValues.of(clock.instant().plus(pause))));
    }

    /// It was taken and not tried.
    void giveBack(Taken post, Duration pause) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> db.sql(
                        "update notification.post set attempts = attempts - 1, tried_at = null, next_at = ? where id = ?")
                .param(SqlValues.of(clock.instant().plus(pause)))
                .param(post.id())
                .update()));
    }

    private void write(String sql, UUID post, PostOutcome outcome, Map<String, Object> more) {
        var failure = outcome.failure();
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> db.sql(sql)
                .params(more)
                .param("reason", failure == null ? null : failure.name())
                .param("said", outcome.said())
                .param("id", post)
                .update()));
    }
}
