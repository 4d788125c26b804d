package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.IdentityAct.IssueToken;
import io.hengwei.platform.identity.TokenAdministration;
import io.hengwei.platform.shared.Scope;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/me/tokens")
class TokenController {
    /// The only time the token is shown.
    record NewToken(UUID id, String token) {}

    private final TokenAdministration tokens;

    TokenController(TokenAdministration tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    List<TokenAdministration.Token> list() {
        return tokens.own();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewToken issue(@RequestBody @Valid IssueToken token) {
        var issued = tokens.issue(Scope.current().me(), token);
        return new NewToken(issued.id(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        tokens.revoke(Scope.current().me(), id);
    }
}
