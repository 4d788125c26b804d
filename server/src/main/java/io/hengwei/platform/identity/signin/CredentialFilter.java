package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Credentials.Stage;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.identity.Presented;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Who is asking? Reads the session cookie or the API token and binds that person's scope around the rest of the
/// request.
class CredentialFilter extends OncePerRequestFilter {
    static final String COOKIE = "HENGWEI_SESSION";
    private static final String BEARER = "Bearer ";

    /// Said by a page that asks of its own accord, with nobody at the keys: such a request keeps no session awake.
    private static final String UNATTENDED = "X-Unattended";

    private static final Set<String> NO_USE = Set.of("/api/live", "/api/session");
    /// Where people go to an issuer and come back from it.
    static final String SSO = "/api/sso";

    private static final Set<String> ALWAYS =
            Set.of("GET /api/setup", "GET /api/session", "POST /api/session", "DELETE /api/session");
    private static final Map<Stage, Set<String>> LEFT_TO_DO = Map.of(
            Stage.PASSWORD, Set.of("PUT /api/me/password"),
            Stage.FACTOR, Set.of("POST /api/me/second-factor", "PUT /api/me/second-factor"),
            Stage.CODE, Set.of("POST /api/session/proof"),
            Stage.CONDUCT, Set.of("GET /api/me/conduct", "POST /api/me/conduct"));

    private final Credentials credentials;
    private final Settings settings;
    private final Clock clock;
    private final Refusals refusals;

    CredentialFilter(Credentials credentials, Settings settings, Clock clock, Refusals refusals) {
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Credentials.Bearer bearer;
        try {
            bearer = bearer(request);
            if (bearer != null && bearer.isUnseen(clock.instant()) && isUse(request)) note(bearer);
        } catch (DataAccessException | TransactionException e) {
            refusals.unknown(request, response, e);
            return;
        }
        if (bearer == null) chain.doFilter(request, response);
        else if (isOpen(bearer.stage(), request)) signedIn(bearer, request, response, chain);
        else refusals.unfinished(request, response, bearer.stage());
    }

    private static boolean isUse(HttpServletRequest request) {
        return request.getHeader(UNATTENDED) == null
                && !(request.getMethod().equals("GET") && NO_USE.contains(request.getRequestURI()));
    }

    /// While something is left to do, nothing else is open; the door itself always is.
    private static boolean isOpen(Stage stage, HttpServletRequest request) {
        if (stage == Stage.OPEN) return true;
        var asked = request.getMethod() + " " + request.getRequestURI();
        return ALWAYS.contains(asked)
                || asked.startsWith("GET " + SSO)
                || LEFT_TO_DO.getOrDefault(stage, Set.of()).contains(asked);
    }

    private void signedIn(
            Credentials.Bearer bearer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(bearer, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            within(bearer, () -> chain.doFilter(request, response));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void note(Credentials.Bearer bearer) {
        Scope.as(bearer.scope(), () -> {
            credentials.seen(bearer);
            return bearer;
        });
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    private static void within(Credentials.Bearer bearer, Work work) throws ServletException, IOException {
        try {
            Scope.<@Nullable Void, Exception>calling(
                    bearer.scope(),
                    () -> Presented.calling(bearer, () -> {
                        work.run();
                        return null;
                    }));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Credentials.@Nullable Bearer bearer(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/")) return null;
        var secret = secret(request);
        var bearer = secret == null ? null : credentials.find(secret).orElse(null);
        return bearer == null || isIdle(bearer) || isOfOtherKind(bearer, request) ? null : bearer;
    }

    private boolean isIdle(Credentials.Bearer bearer) {
        return bearer.kind() == Credentials.Kind.SESSION
                && bearer.lastSeenAt()
                        .plus(settings.value(IdentitySettings.SESSION_IDLE))
                        .isBefore(clock.instant());
    }

    /// A session travels in the cookie alone (which the CSRF token protects), a token in the header alone.
    private static boolean isOfOtherKind(Credentials.Bearer bearer, HttpServletRequest request) {
        return isToken(request) != (bearer.kind() == Credentials.Kind.TOKEN);
    }

    private static @Nullable String secret(HttpServletRequest request) {
        if (isToken(request))
            return request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(BEARER.length())
                    .strip();
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    /// Whether the request carries a token: such a request needs no CSRF token, and its cookie counts for nothing.
    static boolean isToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER + Credentials.TOKEN_PREFIX);
    }
}
