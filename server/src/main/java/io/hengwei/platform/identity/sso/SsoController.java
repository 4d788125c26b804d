package io.hengwei.platform.identity.sso;

import io.hengwei.platform.identity.Presented;
import io.hengwei.platform.identity.external.IssuerSources;
import io.hengwei.platform.identity.external.SourceUnavailable;
import io.hengwei.platform.identity.signin.SessionCookie;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The browser is sent to the issuer and comes back here; what goes wrong is told by the sign-in page.
@RestController
@RequestMapping(SsoController.PATH)
class SsoController {
    static final String PATH = "/api/sso";
    private static final Logger LOG = LoggerFactory.getLogger(SsoController.class);

    /// A path of our own; an address from outside must not choose where somebody goes.
    private static final String OWN_PATH = "/(?![/\\\\]).*";

    /// An issuer at which people may sign in.
    record Choice(UUID id, String name) {}

    private final SingleSignOn signOn;
    private final IssuerSources issuers;
    private final JourneyCookie cookies;

    SsoController(SingleSignOn signOn, IssuerSources issuers, JourneyCookie cookies) {
        this.signOn = signOn;
        this.issuers = issuers;
        this.cookies = cookies;
    }

    @GetMapping
    List<Choice> choices() {
        return issuers.active().stream()
                .map(source -> new Choice(source.id(), source.name()))
                .toList();
    }

    /// @param proof whether who is signed in proves anew to be there
    @GetMapping("/{source}")
    ResponseEntity<Void> depart(
            @PathVariable UUID source,
            @RequestParam(defaultValue = "/") @Size(max = 1000) String next,
            @RequestParam(defaultValue = "false") boolean proof,
            HttpServletRequest request) {
        var bearer = Presented.current();
        if (proof && bearer == null) return failed("sso-lost", next, request);
        try {
            var back = ServletUriComponentsBuilder.fromContextPath(request)
                    .path(PATH + "/back")
                    .build()
                    .toUri();
            var departure = signOn.depart(source, back, own(next), proof ? bearer : null);
            return going(departure.address())
                    .header(HttpHeaders.SET_COOKIE, cookies.of(departure.journey(), request))
                    .build();
        } catch (NotFound | SourceUnavailable e) {
            return failed(e.code(), next, request);
        }
    }

    /// @param error in the words of the issuer
    @GetMapping("/back")
    ResponseEntity<Void> arrive(
            @RequestParam(required = false) @Nullable @Size(max = 4000) String code,
            @RequestParam(required = false) @Nullable @Size(max = 1000) String state,
            @RequestParam(required = false) @Nullable @Size(max = 1000) String error,
            HttpServletRequest request) {
        var journey = cookies.read(request).orElse(null);
        if (journey == null || state == null || !journey.question().state().equals(state))
            return failed("sso-lost", "/", request);
        if (code == null) return refusedThere(String.valueOf(error), journey, request);
        try {
            var session = signOn.arrive(journey, code, Presented.current(), SessionCookie.origin(request));
            return going(URI.create(journey.next()))
                    .header(HttpHeaders.SET_COOKIE, SessionCookie.of(session, request), cookies.taken(request))
                    .build();
        } catch (Refused e) {
            return failed(e.reason(), journey.next(), request);
        } catch (NotFound | SourceUnavailable e) {
            return failed(e.code(), journey.next(), request);
        }
    }

    private static String own(String next) {
        try {
            return next.matches(OWN_PATH) ? URI.create(next).toString() : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private ResponseEntity<Void> refusedThere(String error, Journey journey, HttpServletRequest request) {
        LOG.info("An issuer sent somebody back: {}", error.replaceAll("[^\\x20-\\x7e]", "?"));
        return failed("sso-refused", journey.next(), request);
    }

    private ResponseEntity<Void> failed(String reason, String next, HttpServletRequest request) {
        var page = UriComponentsBuilder.fromPath("/sign-in").queryParam("problem", reason);
        if (!own(next).equals("/")) page.queryParam("next", UriUtils.encode(own(next), StandardCharsets.UTF_8));
        return going(page.build(true).toUri())
                .header(HttpHeaders.SET_COOKIE, cookies.taken(request))
                .build();
    }

    private static ResponseEntity.BodyBuilder going(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(address);
    }
}
