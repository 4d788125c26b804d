package io.hengwei.platform.notification.robot;

import io.hengwei.platform.identity.UnitRef;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Robots and what they were told, for whoever may read of them.
@Component
class RobotQueries {
    /// The message that came last into its queue.
    record Latest(PostState state, @Nullable PostFailure reason, Instant at) {}

    /// @param host where it is reached; the rest of the address is told to nobody
    /// @param signed whether there is a secret with which messages are signed
    record Robot(
            RobotId id,
            String name,
            RobotKind kind,
            UnitRef unit,
            boolean active,
            String host,
            boolean signed,
            @Nullable Latest latest,
            long version) {}

    record Filter(
            @Nullable @Size(max = 100) String q,
            @Nullable UUID unit,
            @Nullable RobotKind kind) {}

    /// @param said in the words of whoever answered last
    /// @param nextAt when it is tried next; null when that is over
    /// @param at when it came to stand as it does
    record Post(
            UUID id,
            String title,
            PostState state,
            @Nullable PostFailure reason,
            @Nullable String said,
            int attempts,
            Instant queuedAt,
            @Nullable Instant nextAt,
            Instant at) {}

    private static final Sort NAME = Sort.text("name", "r.name collate \"zh-Hans-CN-x-icu\"");
    private static final Sort NEWEST = Sort.newest("queuedAt", "p.queued_at");
    private static final String COLUMNS = """
        r.id, r.name, r.kind, u.id as unit_id, u.name as unit_name, r.active, r.host, r.signed, l.state as latest_state, l.reason as latest_reason,
        l.at as latest_at, r.version""";
    private static final String DECORATION = """
        join identity.unit_card u on u.id = r.unit
        left join lateral (select p.state, p.reason, p.at from notification.post p where p.robot = r.id order by p.queued_at desc, p.id limit 1) l on true""";

    private final JdbcClient db;
    private final RobotSight sight;

    RobotQueries(JdbcClient db, RobotSight sight) {
        this.db = db;
        this.sight = sight;
    }

    Slice<Robot> list(Filter filter, Page page) {
        return sight.seeing(() -> Sql.select(COLUMNS)
                .from("notification.robot r")
                .decoratedBy(DECORATION)
                .where("r.name ilike :q", Like.containing(filter.q()))
                .where("r.unit = :unit", filter.unit())
                .where("r.kind = :kind", filter.kind())
                .within(RobotSight.READ, "r.unit")
                .sortedBy(NAME)
                .slice(db, page, "r.id", Robot.class));
    }

    /// @throws NotFound also when nobody may know of it who asks
    Robot get(RobotId id) {
        return sight.seeing(
                () -> db.sql("select " + COLUMNS + " from notification.robot r " + DECORATION + " where r.id = ?")
                        .param(id.value())
                        .query(Rows.of(Robot.class))
                        .optional()
                        .orElseThrow(() -> new NotFound(id)));
    }

    Slice<Post> posts(RobotId robot, Page page) {
        return sight.seeing(() -> {
            get(robot);
            return Sql.select("p.id, p.title, p.state, p.reason, p.said, p.attempts, p.queued_at, p.next_at, p.at")
                    .from("notification.post p")
                    .where("p.robot = :robot", robot)
                    .sortedBy(NEWEST)
                    .slice(db, page, "p.id", Post.class);
        });
    }
}
