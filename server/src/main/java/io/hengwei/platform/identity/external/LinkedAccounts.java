package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.external.SourceAct.LinkAccount;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which account is proved where. What is asked before anybody is known is asked as the system.
@Component
@Transactional
public class LinkedAccounts {
    /// @param name as which the person is known there
    /// @param subject null until the person was first proved there
    /// @param goneAt since when the directory does not know the person any more
    public record Link(
            UserId person,
            UUID source,
            String sourceName,
            SourceKind kind,
            String name,
            @Nullable String subject,
            @Nullable Instant seenAt,
            @Nullable Instant goneAt) {}

    private static final String LINK = """
        select e.person, e.source, s.name as source_name, s.kind, e.name, e.subject, e.seen_at, e.gone_at
        from identity.external_account e join identity.source s on s.id = e.source """;

    private final Operations operations;
    private final Directory directory;
    private final JdbcClient db;
    private final Clock clock;

    LinkedAccounts(Operations operations, Directory directory, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Link> of(UserId person) {
        return db.sql(LINK + " where e.person = ?")
                .param(person.value())
                .query(Rows.of(Link.class))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Link> ofSubject(UUID source, String subject) {
        return db.sql(LINK + " where e.source = ? and e.subject = ?")
                .param(source)
                .param(subject)
                .query(Rows.of(Link.class))
                .optional();
    }

    /// Those that were proved there at least once, in the order of persons.
    @Transactional(readOnly = true)
    List<Link> behind(UUID source, UUID person, int limit) {
        return db.sql(
                        LINK
                                + " join identity.person_card c on c.id = e.person and c.active where e.source = ? and e.person > ? and e.subject is not null order by e.person limit ?")
                .param(source)
                .param(person)
                .param(limit)
                .query(Rows.of(Link.class))
                .list();
    }

    /// The password here is gone with it. Administrators prove here: whoever sets up a source must not be able to
    /// become one.
    void make(UserId person, UUID source, String name) {
        holdCard(person);
        if (administers(person)) throw new Refused("administrator-elsewhere");
        try {
            db.sql("""
                insert into identity.external_account (person, source, name) values (?, ?, ?)
                on conflict (person) do update set source = excluded.source, name = excluded.name, subject = null, seen_at = null, gone_at = null""").param(person.value()).param(source).param(name.strip()).update();
        } catch (DuplicateKeyException e) {
            throw new Refused("external-name-taken", name).at("name");
        }
        db.sql("select identity.forget_password(?)")
                .param(person.value())
                .query((row, index) -> true)
                .list();
    }

    /// Links an account that has no password here and is not linked yet. As the system.
    ///
    /// @return whether it was such an account
    boolean adopt(UserId person, UUID source, String name) {
        holdCard(person);
        var free =
                db.sql("""
            select not exists (select from identity.password where person = :person)
                and not exists (select from identity.external_account where person = :person)""").param("person", person.value()).query(Boolean.class).single();
        if (!free || administers(person)) return false;
        var act = new Act(
                "person:manage", directory.unitOf(person), "PERSON", person.value(), new LinkAccount(source, name));
        return operations.administer(act, Boolean.class, () -> {
            make(person, source, name);
            return true;
        });
    }

    /// Nobody gets a password and a link at the same moment.
    private void holdCard(UserId person) {
        db.sql("select id from identity.person_card where id = ? for update")
                .param(person.value())
                .query()
                .listOfRows();
    }

    private boolean administers(UserId person) {
        return db.sql("""
            select exists (select from identity.role_grant
                where person = ? and administration <> 'NONE' and (until_at is null or until_at > ?))""")
                .param(person.value())
                .param(SqlValues.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    void forget(UserId person) {
        db.sql("delete from identity.external_account where person = ?")
                .param(person.value())
                .update();
    }

    /// The person was proved there just now, as this subject.
    ///
    /// @throws Refused when the account belongs to another subject, or the subject to another account: a name that
    /// was given away anew opens nothing
    void confirm(UserId person, UUID source, String name, String subject) {
        try {
            var confirmed = db.sql("""
                update identity.external_account set subject = :subject, name = :name, seen_at = :now, gone_at = null
                where person = :person and source = :source and (subject is null or subject = :subject)""")
                    .param("subject", subject)
                    .param("name", name)
                    .param("now", SqlValues.of(clock.instant()))
                    .param("person", person.value())
                    .param("source", source)
                    .update();
            if (confirmed == 0) throw new Refused("external-account-of-another");
        } catch (DuplicateKeyException e) {
            throw new Refused("external-account-of-another");
        }
    }

    /// @return whether this is new
    boolean gone(UserId person) {
        return db.sql("update identity.external_account set gone_at = ? where person = ? and gone_at is null")
                        .param(SqlValues.of(clock.instant()))
                        .param(person.value())
                        .update()
                == 1;
    }

    /// The person is there, perhaps under another name.
    void isThere(UserId person, String name) {
        db.sql("""
            update identity.external_account set gone_at = null, name = :name
            where person = :person and (gone_at is not null or name <> :name)""").param("name", name).param("person", person.value()).update();
    }

    /// Of two that want to change what goes with this account the second waits.
    void hold(UserId person) {
        db.sql("select person from identity.external_account where person = ? for update")
                .param(person.value())
                .query()
                .listOfRows();
    }
}
