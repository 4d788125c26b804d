package io.hengwei.platform.identity.sso;

import io.hengwei.platform.secret.Envelopes;
import io.hengwei.platform.secret.Unopenable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a journey in the browser that began it: whoever comes back without it, or with somebody else's, is not let in.
/// Sealed, so that nobody reads or makes one.
@Component
class JourneyCookie {
    static final String NAME = "HENGWEI_SSO";
    private static final String CONTEXT = "sso-journey";
    static final Duration VALID = Duration.ofMinutes(10);

    private final Envelopes envelopes;
    private final JsonMapper json;
    private final Clock clock;

    JourneyCookie(Envelopes envelopes, JsonMapper json, Clock clock) {
        this.envelopes = envelopes;
        this.json = json;
        this.clock = clock;
    }

    String of(Journey journey, HttpServletRequest request) {
        var sealed = envelopes.seal(json.writeValueAsString(journey), CONTEXT);
        return builder(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), request)
                .maxAge(VALID)
                .build()
                .toString();
    }

    String taken(HttpServletRequest request) {
        return builder("", request).maxAge(Duration.ZERO).build().toString();
    }

    Optional<Journey> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isBlank()) return Optional.empty();
        try {
            var sealed = Base64.getUrlDecoder().decode(cookie.getValue().getBytes(StandardCharsets.US_ASCII));
            var journey = json.readValue(envelopes.openText(sealed, CONTEXT), Journey.class);
            return Optional.of(journey).filter(one -> one.begun().plus(VALID).isAfter(clock.instant()));
        } catch (Unopenable | IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static ResponseCookie.ResponseCookieBuilder builder(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path(SsoController.PATH)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
    }
}
