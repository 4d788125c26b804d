package io.hengwei.platform.identity.external;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whose account it is when somebody was proved elsewhere. An account is found by the subject once it is linked, before
/// that by the name as which it was linked, or, where the source may, by the user name of an account without a
/// password.
@Component
public class Recognition {
    private final LinkedAccounts links;
    private final GroupMappings mappings;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Clock clock;

    Recognition(
            LinkedAccounts links,
            GroupMappings mappings,
            TransactionTemplate transactions,
            JdbcClient db,
            Clock clock) {
        this.links = links;
        this.mappings = mappings;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    /// Links the account if it was not, and gives it the roles its groups bring.
    ///
    /// @throws Refused when there is no such account in use: accounts come from an application
    public UserId recognise(Proved proved) {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            var source = proved.source().id();
            var person = links.ofSubject(source, proved.subject())
                    .map(LinkedAccounts.Link::person)
                    .or(() -> linkedByName(source, proved.name()))
                    .or(() -> adopted(proved))
                    .filter(this::isInUse)
                    .orElseThrow(() -> new Refused(
                            "account-missing", proved.name(), proved.source().name()));
            links.confirm(person, source, proved.name(), proved.subject());
            mappings.align(person, source, proved.groups());
            return person;
        }));
    }

    private Optional<UserId> linkedByName(UUID source, String name) {
        return db.sql(
                        "select person from identity.external_account where source = ? and lower(name) = lower(?) and subject is null")
                .param(source)
                .param(name)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    private Optional<UserId> adopted(Proved proved) {
        if (!proved.source().adopting()) return Optional.empty();
        return db.sql("select id from identity.person where lower(username) = lower(?)")
                .param(proved.name())
                .query(UUID.class)
                .optional()
                .map(UserId::new)
                .filter(this::isInUse)
                .filter(person -> links.adopt(person, proved.source().id(), proved.name()));
    }

    private boolean isInUse(UserId person) {
        return db.sql(
                        "select exists (select from identity.person_card where id = ? and active and (ends_at is null or ends_at > ?))")
                .param(person.value())
                .param(SqlValues.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
