package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
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
            if (bearer != null && bearer.isUnseen(clock.instant())) note(bearer);
        } catch (DataAccessException | TransactionException e) {
            refusals.unknown(request, response, e);
            return;
        }
        if (bearer == null) chain.doFilter(request, response);
        else signedIn(bearer, request, response, chain);
    }

    private void signedIn(
            Credentials.Bearer bearer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(bearer, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            within(bearer.scope(), () -> chain.doFilter(request, response));
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

    private static void within(Scope scope, Work work) throws ServletException, IOException {
        try {
            Scope.<@Nullable Void, Exception>calling(scope, () -> {
                work.run();
                return null;
            });
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
