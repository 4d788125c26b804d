package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The page "my account".
@RestController
@RequestMapping("/api/me")
class OwnAccountController {
    /// @param current whether it is this very one
    record OwnSession(
            UUID id,
            Instant madeAt,
            Instant lastSeenAt,
            @Nullable String address,
            @Nullable String agent,
            boolean current) {}

    /// @param picture the address as an SVG for the telephone's camera
    record FactorOffer(String secret, String address, String picture) {
        static FactorOffer of(SecondFactors.Offer offer) {
            return new FactorOffer(offer.secret(), offer.address(), QrCode.svg(offer.address()));
        }

        @Override
        public String toString() {
            return "FactorOffer[]";
        }
    }

    record FirstCode(@NotBlank @Size(max = 40) String code) {
        @Override
        public String toString() {
            return "FirstCode[]";
        }
    }

    /// The only time they are shown.
    record NewRecoveryCodes(List<String> codes) {
        @Override
        public String toString() {
            return "NewRecoveryCodes[]";
        }
    }

    private final OwnAccount account;

    OwnAccountController(OwnAccount account) {
        this.account = account;
    }

    @GetMapping("/account")
    OwnAccount.Account account() {
        return account.account();
    }

    @PostMapping("/parallel-uses/known")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void knowOfParallelUses() {
        account.knowOfParallelUses();
    }

    @GetMapping("/sessions")
    List<OwnSession> sessions(@AuthenticationPrincipal Credentials.Bearer bearer) {
        return account.sessions().stream()
                .map(s -> new OwnSession(
                        s.id(), s.madeAt(), s.lastSeenAt(), s.address(), s.agent(), s.id().equals(bearer.id())))
                .toList();
    }

    @DeleteMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID session) {
        account.endSession(session);
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOtherSessions(@AuthenticationPrincipal Credentials.Bearer bearer) {
        account.endOtherSessions(bearer);
    }

    @PostMapping("/second-factor")
    FactorOffer offerSecondFactor() {
        return FactorOffer.of(account.offerSecondFactor());
    }

    @PutMapping("/second-factor")
    ResponseEntity<NewRecoveryCodes> confirmSecondFactor(
            @RequestBody @Valid FirstCode first,
            @AuthenticationPrincipal Credentials.Bearer bearer,
            HttpServletRequest request) {
        var confirmed = account.confirmSecondFactor(bearer, first.code());
        var answer = ResponseEntity.ok();
        var session = confirmed.session();
        if (session != null) answer = answer.header(HttpHeaders.SET_COOKIE, SessionCookie.of(session, request));
        return answer.body(new NewRecoveryCodes(confirmed.recoveryCodes()));
    }

    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor() {
        account.removeSecondFactor();
    }

    @PostMapping("/second-factor/recovery-codes")
    NewRecoveryCodes renewRecoveryCodes() {
        return new NewRecoveryCodes(account.renewRecoveryCodes());
    }
}
