package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Directory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
class SessionController {
    record Login(
            @NotBlank @Size(max = 200) String username,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }

    private final SignIn signIn;
    private final Directory directory;

    SessionController(SignIn signIn, Directory directory) {
        this.signIn = signIn;
        this.directory = directory;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> signIn(@RequestBody @Valid Login login, HttpServletRequest request) {
        return opening(signIn.signIn(login.username(), login.password(), request.getRemoteAddr()), request);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> signOut(@AuthenticationPrincipal Credentials.Bearer bearer, HttpServletRequest request) {
        if (bearer.kind() == Credentials.Kind.SESSION) signIn.signOut(bearer, directory.unitOf(bearer.person()));
        return withCookie(cookie("", request).maxAge(Duration.ZERO));
    }

    static ResponseEntity<Void> opening(Credentials.Issued session, HttpServletRequest request) {
        return withCookie(cookie(session.secret(), request));
    }

    private static ResponseEntity<Void> withCookie(ResponseCookie.ResponseCookieBuilder cookie) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.build().toString())
                .build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String secret, HttpServletRequest request) {
        return ResponseCookie.from(CredentialFilter.COOKIE, secret)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
    }
}
