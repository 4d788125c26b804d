package io.hengwei.platform.identity;

import io.hengwei.platform.record.Consent;
import io.hengwei.platform.record.Gate;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Whoever does something that matters (a grant, a setting) has proved lately to be the person who once signed in: an
/// open window is no proof. Tokens are not asked: nobody sits behind them. Stands before every other gate, so that no
/// consent is asked for what an unattended window began; what was agreed to was proved when it was proposed, and the
/// window of whoever agrees last has nothing to do with it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FreshProof implements Gate {
    private final Settings settings;
    private final Clock clock;

    FreshProof(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Proposal proposal, Scope scope) {
        var permission = proposal.permission();
        if (!scope.trusted()
                && permission != null
                && Consent.current().isEmpty()
                && settings.value(IdentitySettings.KEY_OPERATIONS).contain(permission)) demand();
        return ALLOWED;
    }

    /// What a person does to the own account (a second factor) asks for it whatever the settings say.
    public void demand() {
        var bearer = Presented.current();
        if (bearer == null || bearer.kind() != Credentials.Kind.SESSION) return;
        var proved = bearer.provedAt();
        if (proved == null
                || proved.plus(settings.value(IdentitySettings.FRESH_AUTHENTICATION))
                        .isBefore(clock.instant())) throw new Stale();
    }

    private static final class Stale extends Problem {
        Stale() {
            super(HttpStatus.FORBIDDEN, "reauthentication-required");
        }
    }
}
