package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.protocol.Issuers;
import io.hengwei.platform.identity.protocol.OidcConfig;
import io.hengwei.platform.shared.NotFound;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Issuers that vouch for people. Asked outside a transaction: an issuer may take seconds.
@Component
public class IssuerSources {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerSources.class);

    /// @param provedAt when the person last proved there to be present; null when the issuer does not say
    public record Vouched(Proved proved, @Nullable Instant provedAt) {}

    private final IdentitySources sources;

    IssuerSources(IdentitySources sources) {
        this.sources = sources;
    }

    public List<IdentitySource> active() {
        return sources.active(SourceKind.OIDC);
    }

    /// @throws NotFound when there is no such issuer in use
    public IdentitySource get(UUID id) {
        return sources.find(id)
                .filter(source -> source.active() && source.kind() == SourceKind.OIDC)
                .orElseThrow(() -> new NotFound(id));
    }

    /// Where the person signs in.
    ///
    /// @param anew whether being signed in there already is not enough
    public URI signIn(UUID id, Issuers.Question question, boolean anew) {
        var source = get(id);
        try {
            return Issuers.signIn(config(source), question, anew);
        } catch (Issuers.Unanswered e) {
            throw unavailable(source, e);
        }
    }

    /// Whom the issuer sent back with this code.
    public Vouched vouched(UUID id, Issuers.Question question, String code) {
        var source = get(id);
        try {
            var said = Issuers.statement(config(source), sources.secret(id), question, code);
            var name = said.name() == null ? said.subject() : said.name();
            return new Vouched(new Proved(source, name, said.subject(), said.groups()), said.provedAt());
        } catch (Issuers.Unanswered e) {
            throw unavailable(source, e);
        }
    }

    void requireAnswer(IdentitySource source) {
        try {
            Issuers.requireAnswer(config(source));
        } catch (Issuers.Unanswered e) {
            throw new SourceUnavailable(source.name(), e);
        }
    }

    private static SourceUnavailable unavailable(IdentitySource source, Issuers.Unanswered e) {
        LOG.warn("{} does not answer as agreed: {}", source.name(), e.getMessage());
        return new SourceUnavailable(source.name(), e);
    }

    private static OidcConfig config(IdentitySource source) {
        if (source.oidc() == null) throw new NotFound(source.id());
        return source.oidc();
    }
}
