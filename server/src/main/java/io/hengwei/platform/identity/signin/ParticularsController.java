package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.IdentityAct.SetAccount;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What an account is beyond its person's name.
@RestController
@RequestMapping("/api/people/{id}/particulars")
class ParticularsController {
    private final Accounts accounts;

    ParticularsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    SetAccount of(@PathVariable UserId id) {
        return accounts.of(id);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable UserId id, @RequestBody @Valid SetAccount account) {
        accounts.set(id, account);
    }
}
