package io.hengwei.platform.identity.external;

import com.unboundid.ldap.sdk.LDAPException;
import io.hengwei.platform.identity.protocol.DirectoryConnection;
import io.hengwei.platform.identity.protocol.DirectoryEntry;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Passwords that a directory judges. Asked outside a transaction: a directory may take seconds.
@Component
public class Directories {
    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);

    /// @param subject once it is known it counts, and the name does not
    private record Question(
            IdentitySource source,
            @Nullable String secret,
            String name,
            @Nullable String subject) {}

    private final IdentitySources sources;
    private final LinkedAccounts links;
    private final TransactionTemplate transactions;

    Directories(IdentitySources sources, LinkedAccounts links, TransactionTemplate transactions) {
        this.sources = sources;
        this.links = links;
        this.transactions = transactions;
    }

    /// Whether the password is right where this account is proved; where it is proved nowhere, or is not known, in
    /// every directory that adopts accounts.
    ///
    /// @param person whose user name it is; null when it is nobody's
    /// @throws SourceUnavailable when none said yes and one did not answer
    public Optional<Proved> prove(@Nullable UserId person, String username, String password) {
        SourceUnavailable unavailable = null;
        for (var question : Scope.asSystem(() -> transactions.execute(ignored -> questions(person, username)))) {
            try {
                var proved = ask(question, password);
                if (proved.isPresent()) return proved;
            } catch (LDAPException | GeneralSecurityException e) {
                LOG.warn("{} does not answer: {}", question.source().name(), e.getMessage());
                unavailable = new SourceUnavailable(question.source().name(), e);
            }
        }
        if (unavailable != null) throw unavailable;
        return Optional.empty();
    }

    private List<Question> questions(@Nullable UserId person, String username) {
        var directories = sources.active(SourceKind.LDAP);
        var link = person == null ? null : links.of(person).orElse(null);
        return directories.stream()
                .filter(source -> link == null ? source.adopting() : source.id().equals(link.source()))
                .map(source -> new Question(
                        source,
                        sources.secret(source.id()),
                        link == null ? username : link.name(),
                        link == null ? null : link.subject()))
                .toList();
    }

    private static Optional<Proved> ask(Question question, String password)
            throws LDAPException, GeneralSecurityException {
        var config = question.source().ldap();
        if (config == null) return Optional.empty();
        try (var directory = DirectoryConnection.open(config, question.secret())) {
            var entry = find(directory, question).orElse(null);
            return entry != null && directory.isPasswordOf(entry, password)
                    ? Optional.of(Proved.of(question.source(), entry))
                    : Optional.empty();
        }
    }

    private static Optional<DirectoryEntry> find(DirectoryConnection directory, Question question)
            throws LDAPException {
        return question.subject() == null ? directory.named(question.name()) : directory.ofSubject(question.subject());
    }

    /// Whether this account's password is one that a directory judges. In the person's own name.
    public boolean judges(UserId person) {
        return links.of(person).filter(link -> link.kind() == SourceKind.LDAP).isPresent();
    }

    /// Whether a directory that judges this account's password says that it is right. In the person's own name.
    public boolean isPasswordOf(UserId person, String password) {
        var link = links.of(person).orElse(null);
        return link != null
                && link.kind() == SourceKind.LDAP
                && prove(person, link.name(), password)
                        .filter(proved -> proved.subject().equals(link.subject()))
                        .isPresent();
    }
}
