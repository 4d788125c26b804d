package io.hengwei.platform.identity.external;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.hengwei.platform.identity.external.SourceAct.ChangeIdentitySource;
import io.hengwei.platform.identity.external.SourceAct.CreateIdentitySource;
import io.hengwei.platform.identity.external.SourceAct.SetSourceSecret;
import io.hengwei.platform.identity.protocol.LdapConfig;
import io.hengwei.platform.identity.protocol.OidcConfig;
import io.hengwei.platform.identity.protocol.Safe;
import io.hengwei.platform.identity.protocol.Trust;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.secret.Envelopes;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.Stale;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Identity sources are everybody's: whoever sets one up needs the permission everywhere. None is ever deleted, as the
/// journal speaks of it; one that is not wanted is switched off.
@Service
class SourceAdministration {
    static final String PERMISSION = "identity-source:manage";
    static final String KIND = "IDENTITY_SOURCE";

    private final Operations operations;
    private final IdentitySources sources;
    private final Envelopes envelopes;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    SourceAdministration(
            Operations operations,
            IdentitySources sources,
            Envelopes envelopes,
            JdbcClient db,
            JsonMapper json,
            Clock clock) {
        this.operations = operations;
        this.sources = sources;
        this.envelopes = envelopes;
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    UUID create(CreateIdentitySource source) {
        var id = Ids.next();
        requireSound(source.ldap(), source.oidc());
        var act = Act.makingForEverybody(PERMISSION, KIND, id, source);
        return operations.administer(act, UUID.class, () -> {
            try {
                db.sql(
                                "insert into identity.source (id, name, kind, adopting, config, checked_at) values (?, ?, ?, ?, cast(? as jsonb), ?)")
                        .param(id)
                        .param(source.name().strip())
                        .param((source.ldap() == null ? SourceKind.OIDC : SourceKind.LDAP).name())
                        .param(source.adopting())
                        .param(config(source.ldap(), source.oidc()))
                        .param(SqlValues.of(clock.instant()))
                        .update();
            } catch (DuplicateKeyException e) {
                throw new Refused("name-taken", source.name()).at("name");
            }
            return id;
        });
    }

    /// @return the new version
    long change(UUID id, long seen, ChangeIdentitySource change) {
        requireSound(change.ldap(), change.oidc());
        return operations.administer(
                Act.ofEverybody(PERMISSION, KIND, id, change).seenIn(seen), Long.class, () -> {
                    var source = sources.get(id);
                    if (source.version() != seen) throw new Stale(Map.of("version", source.version()));
                    if ((change.ldap() == null) != (source.kind() == SourceKind.OIDC))
                        throw Refused.invalid("source-kind-stays");
                    try {
                        db.sql(
                                        "update identity.source set name = ?, active = ?, adopting = ?, config = cast(? as jsonb), sealed = case when ? then sealed end, version = version + 1 where id = ?")
                                .param(change.name().strip())
                                .param(change.active())
                                .param(change.adopting())
                                .param(config(change.ldap(), change.oidc()))
                                .param(isSamePlace(source, change))
                                .param(id)
                                .update();
                    } catch (DuplicateKeyException e) {
                        throw new Refused("name-taken", change.name()).at("name");
                    }
                    return seen + 1;
                });
    }

    /// A secret is told to the place it was meant for and to no other.
    private static boolean isSamePlace(IdentitySource source, ChangeIdentitySource change) {
        var ldap = source.ldap();
        var oidc = source.oidc();
        if (ldap != null && change.ldap() != null)
            return ldap.urls().equals(change.ldap().urls())
                    && ldap.startTls() == change.ldap().startTls()
                    && Objects.equals(ldap.certificates(), change.ldap().certificates())
                    && Objects.equals(ldap.bindDn(), change.ldap().bindDn());
        return oidc != null
                && change.oidc() != null
                && oidc.issuer().equals(change.oidc().issuer())
                && oidc.clientId().equals(change.oidc().clientId());
    }

    /// @param secret null to ask the source without one
    void setSecret(UUID id, @Nullable String secret) {
        var sealed = secret == null ? null : envelopes.seal(secret, IdentitySources.context(id));
        operations.administer(Act.ofEverybody(PERMISSION, KIND, id, new SetSourceSecret()), Boolean.class, () -> {
            sources.get(id);
            db.sql("update identity.source set sealed = :sealed where id = :id")
                    .param("sealed", sealed)
                    .param("id", id)
                    .update();
            return true;
        });
    }

    private String config(@Nullable LdapConfig ldap, @Nullable OidcConfig oidc) {
        return json.writeValueAsString(ldap == null ? oidc : ldap);
    }

    private static void requireSound(@Nullable LdapConfig ldap, @Nullable OidcConfig oidc) {
        if ((ldap == null) == (oidc == null)) throw Refused.invalid("source-of-one-kind");
        if (ldap != null) requireSound(ldap);
        if (oidc != null) Safe.requireWeb(address(oidc.issuer(), "oidc.issuer"), "oidc.issuer");
    }

    private static void requireSound(LdapConfig ldap) {
        var schemes = ldap.urls().stream()
                .map(url -> url.substring(0, url.indexOf(':')))
                .distinct()
                .toList();
        if (schemes.size() > 1) throw Refused.invalid("source-one-scheme").at("ldap.urls");
        for (var url : ldap.urls())
            Safe.require(address(url, "ldap.urls"), schemes.equals(List.of("ldaps")) || ldap.startTls(), "ldap.urls");
        requireDn(ldap.bindDn(), "ldap.bindDn");
        requireDn(ldap.baseDn(), "ldap.baseDn");
        requireDn(ldap.groupBase(), "ldap.groupBase");
        try {
            Filter.create(ldap.personFilter());
        } catch (LDAPException e) {
            throw Refused.invalid("source-filter", ldap.personFilter()).at("ldap.personFilter");
        }
        try {
            new Trust(ldap.certificates()).sockets();
        } catch (GeneralSecurityException e) {
            throw Refused.invalid("source-certificates").at("ldap.certificates");
        }
    }

    private static void requireDn(@Nullable String dn, String field) {
        if (dn != null && !DN.isValidDN(dn))
            throw Refused.invalid("source-dn", dn).at(field);
    }

    private static URI address(String address, String field) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("source-address", address).at(field);
        }
    }
}
