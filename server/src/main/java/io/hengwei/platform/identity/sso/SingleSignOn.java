package io.hengwei.platform.identity.sso;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Sessions.Origin;
import io.hengwei.platform.identity.external.IdentitySource;
import io.hengwei.platform.identity.external.IssuerSources;
import io.hengwei.platform.identity.external.Recognition;
import io.hengwei.platform.identity.protocol.Issuers.Question;
import io.hengwei.platform.identity.signin.Entrance;
import io.hengwei.platform.identity.signin.Means;
import io.hengwei.platform.shared.Refused;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// There and back again: somebody signs in at an issuer, or proves there once more to be present.
@Service
class SingleSignOn {
    /// The clock there may go a little before or behind the one here.
    private static final Duration SLACK = Duration.ofMinutes(1);

    /// @param address where the browser goes
    record Departure(URI address, Journey journey) {}

    private final IssuerSources issuers;
    private final Recognition recognition;
    private final Entrance entrance;
    private final Clock clock;

    SingleSignOn(IssuerSources issuers, Recognition recognition, Entrance entrance, Clock clock) {
        this.issuers = issuers;
        this.recognition = recognition;
        this.entrance = entrance;
        this.clock = clock;
    }

    /// @param proving whose session asks for a proof; null for a sign-in
    Departure depart(UUID source, URI redirect, String next, Credentials.@Nullable Bearer proving) {
        var question = Question.to(redirect);
        var journey = new Journey(source, question, next, proving == null ? null : proving.id(), clock.instant());
        return new Departure(issuers.signIn(source, question, proving != null), journey);
    }

    /// The person comes back with a code.
    ///
    /// @param bearer who is signed in in this browser
    Credentials.Issued arrive(Journey journey, String code, Credentials.@Nullable Bearer bearer, Origin origin) {
        var vouched = issuers.vouched(journey.source(), journey.question(), code);
        var person = recognition.recognise(vouched.proved());
        var means = means(vouched.proved().source());
        if (journey.proving() == null)
            return entrance.enter(person, origin, means, vouched.provedAt()).session();
        if (bearer == null
                || !bearer.id().equals(journey.proving())
                || !bearer.person().equals(person)) throw new Refused("sso-of-another");
        requireAnew(vouched.provedAt(), journey);
        return entrance.provedAgain(bearer, origin, means);
    }

    /// An issuer that does not say when the person was there, or says that it was before he was sent, has proved
    /// nothing anew.
    private static void requireAnew(@Nullable Instant provedAt, Journey journey) {
        if (provedAt == null || provedAt.isBefore(journey.begun().minus(SLACK))) throw new Refused("sso-not-anew");
    }

    private static Means means(IdentitySource source) {
        return source.oidc() != null && source.oidc().secondFactor() ? Means.ISSUER_WITH_FACTOR : Means.ISSUER;
    }
}
