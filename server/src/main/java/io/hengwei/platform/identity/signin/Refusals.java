package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials.Stage;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/// What the filter chain refuses is answered as everything else is: as a problem in the person's language.
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final HandlerExceptionResolver problems;
    private final LocaleResolver locales;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        answer(request, response, new Unauthenticated());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
        answer(request, response, new Denied(e instanceof CsrfException ? "csrf" : "denied"));
    }

    /// Without a database nobody knows who is asking: that is no refusal, and a sender may come again.
    void unknown(HttpServletRequest request, HttpServletResponse response, RuntimeException e) {
        answer(request, response, e);
    }

    /// Signed in, but something has to be done before anything else.
    void unfinished(HttpServletRequest request, HttpServletResponse response, Stage stage) {
        answer(
                request,
                response,
                switch (stage) {
                    case PASSWORD -> new PasswordExpired();
                    case FACTOR -> new SecondFactorRequired();
                    case CODE -> new SecondFactorCodeRequired();
                    case CONDUCT, OPEN -> new ConductConsentRequired();
                });
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception problem) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        problems.resolveException(request, response, null, problem);
    }

    private static final class Unauthenticated extends Problem {
        Unauthenticated() {
            super(HttpStatus.UNAUTHORIZED, "unauthenticated");
        }
    }

    private static final class PasswordExpired extends Problem {
        PasswordExpired() {
            super(HttpStatus.FORBIDDEN, "password-expired");
        }
    }

    private static final class SecondFactorRequired extends Problem {
        SecondFactorRequired() {
            super(HttpStatus.FORBIDDEN, "second-factor-required");
        }
    }

    private static final class SecondFactorCodeRequired extends Problem {
        SecondFactorCodeRequired() {
            super(HttpStatus.FORBIDDEN, "second-factor-code-required");
        }
    }

    private static final class ConductConsentRequired extends Problem {
        ConductConsentRequired() {
            super(HttpStatus.FORBIDDEN, "conduct-consent-required");
        }
    }

    private static final class Denied extends Refused {
        Denied(String reason) {
            super(HttpStatus.FORBIDDEN, "forbidden", reason);
        }
    }
}
