package io.hengwei.platform.identity.external;

import com.unboundid.ldap.sdk.LDAPException;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.identity.external.LinkedAccounts.Link;
import io.hengwei.platform.identity.protocol.DirectoryConnection;
import io.hengwei.platform.identity.protocol.LdapConfig;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the directories from time to time: whoever is not there any more, or is switched off there, is signed out
/// here, and groups bring and take their roles without waiting for a sign-in. Of several nodes one looks. How the last
/// look went stands with the source.
@Component
class DirectoryRounds implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryRounds.class);
    private static final int BATCH = 200;
    private static final int ALWAYS_BELIEVED = 5;
    private static final int LONGEST_FAILURE = 1000;

    private final IdentitySources sources;
    private final LinkedAccounts links;
    private final Departures departures;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Clock clock;

    DirectoryRounds(
            IdentitySources sources,
            LinkedAccounts links,
            Departures departures,
            Settings settings,
            TransactionTemplate transactions,
            JdbcClient db,
            Clock clock) {
        this.sources = sources;
        this.links = links;
        this.departures = departures;
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
        try {
            look(source, source.ldap());
            note(id, null);
        } catch (LDAPException | GeneralSecurityException | Disbelief e) {
            LOG.error("{} was not looked at to its end: {}", source.name(), e.getMessage());
            note(id, String.valueOf(e.getMessage()));
        }
    }

    private void look(IdentitySource source, LdapConfig config)
            throws LDAPException, GeneralSecurityException, Disbelief {
        var gone = new ArrayList<UserId>();
        int seen = 0;
        try (var connection = DirectoryConnection.open(config, sources.secret(source.id()))) {
            connection.requireBase();
            for (var batch = behind(source, new UUID(0, 0)); !batch.isEmpty(); batch = behind(source, last(batch))) {
                for (var link : batch) if (isMissed(connection, source, link)) gone.add(link.person());
                seen += batch.size();
            }
        }
        if (gone.size() > Math.max(ALWAYS_BELIEVED, seen / 5)) throw new Disbelief(gone.size(), seen);
        for (var person : gone)
            Scope.asSystem(() -> {
                departures.leaves(person, source.id());
                return true;
            });
    }

    /// Whether this is news.
    private boolean isMissed(DirectoryConnection connection, IdentitySource source, Link link) throws LDAPException {
        var entry = connection.ofSubject(String.valueOf(link.subject())).filter(found -> !found.off());
        entry.ifPresent(found -> Scope.asSystem(() -> {
            departures.stays(link.person(), source.id(), found);
            return true;
        }));
        return entry.isEmpty() && link.goneAt() == null;
    }

    private List<Link> behind(IdentitySource source, UUID person) {
        return inTransaction(() -> links.behind(source.id(), person, BATCH));
    }

    private static UUID last(List<Link> batch) {
        return batch.getLast().person().value();
    }

    private void note(UUID source, @Nullable String failure) {
        var kept = failure == null || failure.length() <= LONGEST_FAILURE
                ? failure
                : failure.substring(0, LONGEST_FAILURE);
        inTransaction(() -> db.sql("update identity.source set failure = :failure where id = :id")
                .param("failure", kept)
                .param("id", source)
                .update());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }

    /// So many at once is a wrong set-up rather than a dismissal.
    private static final class Disbelief extends Exception {
        Disbelief(int gone, int seen) {
            super(gone + " / " + seen);
        }
    }
}
