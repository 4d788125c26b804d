package io.hengwei.platform.identity.external;

import com.unboundid.ldap.sdk.LDAPException;
import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.identity.external.SourceAct.GoneFromSource;
import io.hengwei.platform.identity.protocol.DirectoryConnection;
import io.hengwei.platform.identity.protocol.DirectoryEntry;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the directories from time to time: whoever is not there any more, or is switched off there, is signed out
/// here, and groups bring and take their roles without waiting for a sign-in. Of several nodes one looks.
@Component
class DirectoryRounds implements Loop.Work {
    private static final int BATCH = 200;
    private static final int ALWAYS_BELIEVED = 5;

    private final IdentitySources sources;
    private final LinkedAccounts links;
    private final GroupMappings mappings;
    private final Directory directory;
    private final Credentials credentials;
    private final Operations operations;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Clock clock;

    DirectoryRounds(
            IdentitySources sources,
            LinkedAccounts links,
            GroupMappings mappings,
            Directory directory,
            Credentials credentials,
            Operations operations,
            Settings settings,
            TransactionTemplate transactions,
            JdbcClient db,
            Clock clock) {
        this.sources = sources;
        this.links = links;
        this.mappings = mappings;
        this.directory = directory;
        this.credentials = credentials;
        this.operations = operations;
        this.settings = settings;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var due = inTransaction(this::claim);
        due.ifPresent(this::look);
        return due.isPresent();
    }

    /// Marked as looked at before it is: a directory that does not answer is asked again when its time comes.
    private Optional<UUID> claim() {
        var now = clock.instant();
        return db.sql("""
            update identity.source set checked_at = :now where id = (select id from identity.source where active and kind = 'LDAP'
                and checked_at <= :before order by checked_at limit 1 for update skip locked) returning id""")
                .param("now", SqlValues.of(now))
                .param("before", SqlValues.of(now.minus(settings.value(IdentitySettings.DIRECTORY_INTERVAL))))
                .query(UUID.class)
                .optional();
    }

    void look(UUID id) {
        var source = sources.get(id);
        if (source.ldap() == null) return;
        var gone = new ArrayList<UserId>();
        int seen = 0;
        try (var connection = DirectoryConnection.open(source.ldap(), sources.secret(id))) {
            connection.requireBase();
            for (var batch = behind(id, new UUID(0, 0)); !batch.isEmpty(); batch = behind(id, last(batch))) {
                for (var link : batch) if (!isThere(connection, source, link)) gone.add(link.person());
                seen += batch.size();
            }
        } catch (LDAPException | GeneralSecurityException e) {
            throw new SourceUnavailable(source.name(), e);
        }
        if (gone.size() > Math.max(ALWAYS_BELIEVED, seen / 5))
            throw new IllegalStateException(
                    "%s does not know %d of %d people any more: believed when somebody has looked at its set-up"
                            .formatted(source.name(), gone.size(), seen));
        gone.forEach(person -> end(person, id));
    }

    private boolean isThere(DirectoryConnection connection, IdentitySource source, LinkedAccounts.Link link)
            throws LDAPException {
        var entry = connection.ofSubject(String.valueOf(link.subject())).filter(found -> !found.off());
        entry.ifPresent(found -> refresh(source, link, found));
        return entry.isPresent();
    }

    private void refresh(IdentitySource source, LinkedAccounts.Link link, DirectoryEntry found) {
        inTransaction(() -> {
            links.isBack(link.person());
            mappings.align(link.person(), source.id(), found.groups());
            return true;
        });
    }

    /// What is open ends; who stays away appears among those who left.
    private void end(UserId person, UUID source) {
        inTransaction(() -> {
            if (!links.gone(person)) return false;
            var act = new Act(
                    "person:manage", directory.unitOf(person), "PERSON", person.value(), new GoneFromSource(source));
            return operations.administer(act, Boolean.class, () -> {
                mappings.align(person, source, List.of());
                credentials.revokeAll(person, Credentials.Kind.SESSION);
                credentials.revokeAll(person, Credentials.Kind.TOKEN);
                return true;
            });
        });
    }

    private List<LinkedAccounts.Link> behind(UUID source, UUID person) {
        return inTransaction(() -> links.behind(source, person, BATCH));
    }

    private static UUID last(List<LinkedAccounts.Link> batch) {
        return batch.getLast().person().value();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }
}
