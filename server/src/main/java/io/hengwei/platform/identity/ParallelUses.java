package io.hengwei.platform.identity;

import io.hengwei.platform.identity.Sessions.Origin;
import io.hengwei.platform.identity.Sessions.Session;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts in use at two places at once, as they were noticed (SYS-12). Each is told at every sign-in until its
/// person says to know of it, so that a stranger who signs in second does not swallow the notice. In the person's own
/// name.
@Component
@Transactional
public class ParallelUses {
    private static final Duration SHOWN = Duration.ofDays(90);
    private static final String UNKNOWN = "?";

    /// @param address from which somebody signed in while the account was open at the `others`
    /// @param known its person has said so
    public record ParallelUse(
            Instant at, String address, @Nullable String agent, List<String> others, boolean known) {}

    private final JdbcClient db;
    private final Clock clock;

    ParallelUses(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @return the addresses of the others; empty when there is nothing to notice
    public List<String> notice(UserId person, Origin origin, List<Session> open) {
        var others = open.stream()
                .filter(session -> session.isElsewhere(origin))
                .map(session -> session.address() == null ? UNKNOWN : session.address())
                .distinct()
                .toList();
        if (!others.isEmpty())
            db.sql(
                            "insert into identity.parallel_use (id, person, at, address, agent, others) values (?, ?, ?, ?, ?, ?)")
                    .param(Ids.next())
                    .param(person.value())
                    .param(SqlValues.of(clock.instant()))
                    .param(origin.address() == null ? UNKNOWN : origin.address())
                    .param(origin.agent())
                    .param(others.toArray(String[]::new))
                    .update();
        return others;
    }

    @Transactional(readOnly = true)
    public List<ParallelUse> of(UserId person) {
        return db.sql(
                        "select at, address, agent, others, known_at is not null as known from identity.parallel_use where person = ? and at > ? order by at desc limit 50")
                .param(person.value())
                .param(SqlValues.of(clock.instant().minus(SHOWN)))
                .query(Rows.of(ParallelUse.class))
                .list();
    }

    public void known(UserId person) {
        db.sql("update identity.parallel_use set known_at = ? where person = ? and known_at is null")
                .param(SqlValues.of(clock.instant()))
                .param(person.value())
                .update();
    }
}
