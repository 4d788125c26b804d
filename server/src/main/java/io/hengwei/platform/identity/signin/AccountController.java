package io.hengwei.platform.identity.signin;

import io.hengwei.platform.shared.UserId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A person's account, for whoever looks after it.
@RestController
@RequestMapping("/api/people/{id}")
class AccountController {
    private final AccountAdministration accounts;

    AccountController(AccountAdministration accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/account")
    AccountAdministration.PersonAccount account(@PathVariable UserId id) {
        return accounts.of(id);
    }

    @DeleteMapping("/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable UserId id) {
        accounts.unlock(id);
    }

    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable UserId id) {
        accounts.resetSecondFactor(id);
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable UserId id) {
        accounts.endSessions(id);
    }

    @DeleteMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UserId id, @PathVariable UUID session) {
        accounts.endSession(id, session);
    }
}
