package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Activations;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Setting the first password oneself, with a code that was handed over. Wrong codes are counted like wrong passwords,
/// but apart from them; unknown name, wrong, used and expired code give the same answer.
@RestController
class ActivationController {
    record Activation(
            @NotBlank @Size(max = 200) String username,
            @NotBlank @Size(max = 60) String code,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Activation[" + username + "]";
        }
    }

    private final Activations activations;
    private final Entrance entrance;
    private final SignInBrake brake;
    private final OwnActs acts;
    private final TransactionTemplate transactions;

    ActivationController(
            Activations activations,
            Entrance entrance,
            SignInBrake brake,
            OwnActs acts,
            TransactionTemplate transactions) {
        this.activations = activations;
        this.entrance = entrance;
        this.brake = brake;
        this.acts = acts;
        this.transactions = transactions;
    }

    @PostMapping("/api/people/{id}/activation")
    Activations.Offered offer(@PathVariable UserId id) {
        return activations.offer(id);
    }

    @PostMapping("/api/activation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@RequestBody @Valid Activation activation, HttpServletRequest request) {
        var person = holder(activation);
        var hash = activations.hash(person, activation.password());
        var origin = SessionCookie.origin(request);
        entrance.as(person, () -> {
            activations.use(person, activation.code(), hash);
            brake.release(account(activation));
            brake.release(activation.username());
            acts.note(person, new IdentityAct.Activate(address(origin)));
            return true;
        });
    }

    private UserId holder(Activation activation) {
        var locked = asSystem(() -> brake.isLocked(account(activation)));
        var holder = asSystem(() -> activations.holder(activation.username(), activation.code()));
        if (!locked && holder.isPresent()) return holder.get();
        if (!locked) asSystem(() -> brake.failed(account(activation)));
        throw Refused.invalid("activation-code").at("code");
    }

    /// No user name has a space in it.
    private static String account(Activation activation) {
        return "activation " + activation.username().toLowerCase(Locale.ROOT);
    }

    private static String address(Sessions.Origin origin) {
        return Objects.requireNonNullElse(origin.address(), "?");
    }

    private <T> T asSystem(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }
}
