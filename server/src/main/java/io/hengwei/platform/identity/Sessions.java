package io.hengwei.platform.identity;

import io.hengwei.platform.identity.Credentials.Issued;
import io.hengwei.platform.identity.Credentials.Secret;
import io.hengwei.platform.identity.Credentials.Stage;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sessions of people: where each comes from, and the secret that is exchanged whenever its person proves anew to
/// be there. Who may see and end them is asked by those who use this.
@Component
@Transactional
public class Sessions {
    private static final int LONGEST_AGENT = 200;

    /// Where somebody sits: the address, and what the browser calls itself.
    public record Origin(@Nullable String address, @Nullable String agent) {
        public Origin {
            agent = agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
        }
    }

    public record Session(
            UUID id,
            Instant madeAt,
            Instant lastSeenAt,
            @Nullable String address,
            @Nullable String agent) {
        boolean isElsewhere(Origin origin) {
            return !Objects.equals(address, origin.address()) || !Objects.equals(agent, origin.agent());
        }
    }

    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;

    Sessions(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /// In the person's own name or the system's, by somebody who has just proved to be that person.
    public Issued open(UserId person, Origin origin, Stage stage) {
        return open(person, origin, stage, clock.instant());
    }

    /// @param provedAt when the person proved to be there; null when nobody knows
    public Issued open(UserId person, Origin origin, Stage stage, @Nullable Instant provedAt) {
        var now = clock.instant();
        db.sql(
                        "delete from identity.credential where person = ? and kind = 'SESSION' and (revoked_at is not null or expires_at < ?)")
                .param(person.value())
                .param(SqlValues.of(now))
                .update();
        var secret = Secret.make("");
        var id = Ids.next();
        db.sql("""
            insert into identity.credential (id, secret, kind, person, made_at, expires_at, stage, proved_at, address, agent)
            values (:id, :secret, 'SESSION', :person, :at, :expires, :stage, cast(:proved as timestamptz), :address, :agent)""")
                .param("id", id)
                .param("secret", secret.digest())
                .param("person", person.value())
                .param("at", SqlValues.of(now))
                .param("expires", SqlValues.of(now.plus(settings.value(IdentitySettings.SESSION_LONGEST))))
                .param("stage", stage.name())
                .param("proved", provedAt == null ? null : SqlValues.of(provedAt))
                .param("address", origin.address())
                .param("agent", origin.agent())
                .update();
        return new Issued(id, secret.plain());
    }

    /// The same session under a new secret: whoever knew the old one knows nothing any more.
    public Issued prove(UserId person, UUID id, Stage stage) {
        var secret = Secret.make("");
        var now = SqlValues.of(clock.instant());
        db.sql("""
            update identity.credential set secret = ?, stage = ?, proved_at = ?, last_seen_at = ?
            where id = ? and person = ? and kind = 'SESSION' and revoked_at is null""")
                .param(secret.digest())
                .param(stage.name())
                .param(now)
                .param(now)
                .param(id)
                .param(person.value())
                .update();
        return new Issued(id, secret.plain());
    }

    /// Those that still open something, the latest first.
    @Transactional(readOnly = true)
    public List<Session> of(UserId person) {
        var now = clock.instant();
        return db.sql(
                        "select id, made_at, last_seen_at, address, agent from identity.sessions_of(?, ?) where last_seen_at >= ? order by last_seen_at desc, id desc")
                .param(person.value())
                .param(SqlValues.of(now))
                .param(SqlValues.of(now.minus(settings.value(IdentitySettings.SESSION_IDLE))))
                .query(Rows.of(Session.class))
                .list();
    }

    /// @return whether there was such a session, still open
    public boolean end(UserId person, UUID id) {
        return db.sql("select identity.end_session(?, ?, ?)")
                .param(person.value())
                .param(id)
                .param(SqlValues.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /// @param kept null to end them all
    public void endOthers(UserId person, @Nullable UUID kept) {
        db.sql("select identity.end_other_sessions(:person, :kept, :now)")
                .param("person", person.value())
                .param("kept", kept, java.sql.Types.OTHER)
                .param("now", SqlValues.of(clock.instant()))
                .query((row, index) -> true)
                .list();
    }
}
