package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Sessions.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/// The cookie in which a browser carries its session, and what of a request says where somebody sits.
public final class SessionCookie {
    private SessionCookie() {}

    public static Origin origin(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }

    public static String of(Credentials.Issued session, HttpServletRequest request) {
        return builder(session.secret(), request).build().toString();
    }

    static ResponseEntity<Void> opening(Credentials.Issued session, HttpServletRequest request) {
        return answer(of(session, request));
    }

    static ResponseEntity<Void> taken(HttpServletRequest request) {
        return answer(builder("", request).maxAge(Duration.ZERO).build().toString());
    }

    private static ResponseEntity<Void> answer(String cookie) {
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie).build();
    }

    private static ResponseCookie.ResponseCookieBuilder builder(String secret, HttpServletRequest request) {
        return ResponseCookie.from(CredentialFilter.COOKIE, secret)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
    }
}
