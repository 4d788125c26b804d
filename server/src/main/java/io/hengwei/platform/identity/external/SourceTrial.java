package io.hengwei.platform.identity.external;

import com.unboundid.ldap.sdk.LDAPException;
import io.hengwei.platform.identity.external.SourceAct.TrySource;
import io.hengwei.platform.identity.protocol.DirectoryConnection;
import io.hengwei.platform.identity.protocol.DirectoryEntry;
import io.hengwei.platform.identity.protocol.LdapConfig;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Does a source answer as it is set up? For whoever sets it up: the answer says in the source's own words what is
/// wrong.
@Service
class SourceTrial {
    /// @param problem in the words of the source; null when it answers
    /// @param person whom it knows by the name asked for
    record Outcome(@Nullable String problem, @Nullable DirectoryEntry person) {}

    private final Operations operations;
    private final IdentitySources sources;
    private final IssuerSources issuers;

    SourceTrial(Operations operations, IdentitySources sources, IssuerSources issuers) {
        this.operations = operations;
        this.sources = sources;
        this.issuers = issuers;
    }

    /// @param name a person to look up in a directory; null to look only whether it answers
    Outcome of(UUID id, @Nullable String name) {
        var act = Act.ofEverybody(SourceAdministration.PERMISSION, SourceAdministration.KIND, id, new TrySource(name));
        operations.administer(act, Boolean.class, () -> sources.get(id).active());
        var source = sources.get(id);
        var ldap = source.ldap();
        return ldap == null ? issuer(source) : directory(ldap, sources.secret(id), name);
    }

    private static Outcome directory(LdapConfig config, @Nullable String secret, @Nullable String name) {
        try (var directory = DirectoryConnection.open(config, secret)) {
            directory.requireBase();
            var person = name == null ? null : directory.named(name).orElse(null);
            return new Outcome(null, person);
        } catch (LDAPException | GeneralSecurityException e) {
            return new Outcome(String.valueOf(e.getMessage()), null);
        }
    }

    private Outcome issuer(IdentitySource source) {
        try {
            issuers.requireAnswer(source);
            return new Outcome(null, null);
        } catch (SourceUnavailable e) {
            var cause = e.getCause();
            return new Outcome(String.valueOf(cause == null ? e.getMessage() : cause.getMessage()), null);
        }
    }
}
