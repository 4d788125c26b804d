package io.hengwei.platform.edge;

import io.github.bucket4j.Bucket;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/// Slows down whoever asks too often: 429 with the seconds to wait. Each node counts for itself. Deliveries of
/// monitoring systems are not counted: they have a limit of their own, in bytes that wait, and take a 429 for "never
/// again".
@Component
public class RateLimits extends OncePerRequestFilter {
    private static final String DELIVERIES = "/api/intake/alertmanager";

    private final Settings settings;
    private final HandlerExceptionResolver problems;
    private final LocaleResolver locales;
    private final boolean on;
    private final Buckets buckets = new Buckets();

    /// @param on false where a gateway in front does this already
    RateLimits(
            Settings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            LocaleResolver locales,
            @Value("${hengwei.rate-limits:true}") boolean on) {
        this.settings = settings;
        this.problems = problems;
        this.locales = locales;
        this.on = on;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !on || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = !Scope.current().isNobody();
        if (known && request.getRequestURI().equals(DELIVERIES)) {
            chain.doFilter(request, response);
            return;
        }
        var bucket = known
                ? bucket(credential(request), EdgeSettings.SIGNED_IN)
                : bucket(Buckets.network(request.getRemoteAddr()), EdgeSettings.ANONYMOUS);
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) chain.doFilter(request, response);
        else
            refuse(
                    request,
                    response,
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
    }

    private Bucket bucket(String who, Setting<Integer> perMinute) {
        return buckets.of(who, Math.max(1, figure(perMinute)));
    }

    /// Without a database the figure is the standard: who is refused then is told so by whoever needs the database.
    private int figure(Setting<Integer> setting) {
        try {
            return settings.value(setting);
        } catch (DataAccessException | TransactionException e) {
            return setting.standard();
        }
    }

    /// The credential filter has found it valid; here it only tells one from another.
    private static String credential(HttpServletRequest request) {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) return Buckets.digest(token);
        var cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        var session = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals("HENGWEI_SESSION"))
                .map(Cookie::getValue)
                .findFirst();
        return Buckets.digest(session.orElseGet(() -> Scope.current().me().toString()));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long seconds) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        problems.resolveException(request, response, null, new TooMany(seconds));
    }

    private static final class TooMany extends Refused {
        TooMany(long seconds) {
            super(HttpStatus.TOO_MANY_REQUESTS, "too-many", "too-many-requests", seconds);
        }
    }
}
