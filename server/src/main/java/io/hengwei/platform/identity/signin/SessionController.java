package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Credentials.Stage;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.identity.ParallelUses.ParallelUse;
import io.hengwei.platform.setting.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 40) String code) {
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }

    /// @param next what is left to do before anything else is open
    /// @param passwordExpiresAt when that is soon
    /// @param parallel the account in use in two places at once, as far as its person does not know of it
    record Welcome(Stage next, @Nullable Instant passwordExpiresAt, List<ParallelUse> parallel) {}

    /// @param secondsLeft until the session ends when nobody is at the keys; null for a token, which has no session
    record Standing(@Nullable Long secondsLeft) {}

    record Proof(
            @Nullable @Size(max = 200) String password,
            @Nullable @Size(max = 40) String code) {
        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    private final SignIn signIn;
    private final OwnProof proof;
    private final Settings settings;
    private final Clock clock;

    SessionController(SignIn signIn, OwnProof proof, Settings settings, Clock clock) {
        this.signIn = signIn;
        this.proof = proof;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Welcome> signIn(@RequestBody @Valid Login login, HttpServletRequest request) {
        var entered = signIn.signIn(login.username(), login.password(), login.code(), SessionCookie.origin(request));
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(entered.session(), request))
                .body(new Welcome(entered.stage(), entered.passwordExpiresAt(), entered.parallel()));
    }

    /// Asking this is no use of the session.
    @GetMapping
    Standing standing(@AuthenticationPrincipal Credentials.Bearer bearer) {
        if (bearer.kind() == Credentials.Kind.TOKEN) return new Standing(null);
        var idle = bearer.lastSeenAt().plus(settings.value(IdentitySettings.SESSION_IDLE));
        var ends = bearer.expiresAt() != null && bearer.expiresAt().isBefore(idle) ? bearer.expiresAt() : idle;
        return new Standing(Duration.between(clock.instant(), ends).toSeconds());
    }

    @PostMapping("/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> prove(
            @RequestBody @Valid Proof given,
            @AuthenticationPrincipal Credentials.Bearer bearer,
            HttpServletRequest request) {
        if (bearer.kind() == Credentials.Kind.TOKEN)
            return ResponseEntity.noContent().build();
        return SessionCookie.opening(
                proof.prove(bearer, given.password(), given.code(), SessionCookie.origin(request)), request);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> signOut(@AuthenticationPrincipal Credentials.Bearer bearer, HttpServletRequest request) {
        if (bearer.kind() == Credentials.Kind.SESSION) signIn.signOut(bearer);
        return SessionCookie.taken(request);
    }
}
