package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.ConductRules;
import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The rules of conduct: everybody reads and agrees, whoever holds `conduct:publish` writes them and sees who has.
@RestController
class ConductController {
    record NewRules(
            @NotBlank @Size(max = 20_000) String textZh,
            @NotBlank @Size(max = 20_000) String textEn) {}

    record Consent(@NotNull Integer version) {}

    private final ConductRules rules;
    private final Entrance entrance;
    private final Sessions sessions;
    private final TransactionTemplate transactions;

    ConductController(ConductRules rules, Entrance entrance, Sessions sessions, TransactionTemplate transactions) {
        this.rules = rules;
        this.entrance = entrance;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    @GetMapping("/api/me/conduct")
    ConductRules.Version inForce() {
        return rules.current().orElseThrow(() -> new NotFound("conduct"));
    }

    /// The window goes on under a new secret, with whatever is left to do.
    @PostMapping("/api/me/conduct")
    ResponseEntity<Void> consent(
            @RequestBody @Valid Consent consent,
            @AuthenticationPrincipal Credentials.Bearer bearer,
            HttpServletRequest request) {
        var address = Objects.requireNonNullElse(SessionCookie.origin(request).address(), "?");
        var session = transactions.execute(ignored -> {
            rules.consent(bearer.person(), consent.version(), address);
            return bearer.stage() == Credentials.Stage.CONDUCT
                    ? Optional.of(
                            sessions.prove(bearer.person(), bearer.id(), entrance.stageAfterProof(bearer.person())))
                    : Optional.<Credentials.Issued>empty();
        });
        return session.map(made -> SessionCookie.opening(made, request))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/api/conduct-rules")
    List<ConductRules.Version> versions() {
        return rules.all();
    }

    @PostMapping("/api/conduct-rules")
    @ResponseStatus(HttpStatus.CREATED)
    Consent publish(@RequestBody @Valid NewRules text) {
        return new Consent(rules.publish(text.textZh(), text.textEn()));
    }

    @GetMapping("/api/conduct-consents")
    Slice<ConductRules.Consenter> consenters(
            @RequestParam(required = false) @Nullable Boolean missing, @ParameterObject @Valid Page page) {
        return rules.consenters(missing, page);
    }
}
