package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.PersonAdministration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A person's own password.
@RestController
class PasswordController {
    record NewPassword(
            @NotBlank @Size(max = 200) String old,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    private final PersonAdministration people;
    private final OwnProof proof;
    private final Entrance entrance;

    PasswordController(PersonAdministration people, OwnProof proof, Entrance entrance) {
        this.people = people;
        this.proof = proof;
        this.entrance = entrance;
    }

    /// Whatever else this person has open is signed out; the window in which it was changed goes on with a new session.
    @PutMapping("/api/me/password")
    ResponseEntity<Void> change(
            @RequestBody @Valid NewPassword change,
            @AuthenticationPrincipal Credentials.Bearer bearer,
            HttpServletRequest request) {
        var origin = SessionCookie.origin(request);
        people.requireOwnPassword();
        proof.requirePassword(bearer.person(), change.old(), "old", origin);
        people.changeOwnPassword(change.password());
        return bearer.kind() == Credentials.Kind.SESSION
                ? SessionCookie.opening(entrance.afterNewPassword(bearer.person(), origin), request)
                : ResponseEntity.noContent().build();
    }
}
