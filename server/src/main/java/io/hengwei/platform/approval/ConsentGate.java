package io.hengwei.platform.approval;

import io.hengwei.platform.record.Consent;
import io.hengwei.platform.record.Gate;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.Scope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Holds what a rule says needs consent, and lets pass just what was agreed to. What follows from an act already
/// permitted, and what the system itself does, is no act of a person; a note of what has happened is no act at all.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ConsentGate implements Gate {
    private final RuleBook rules;
    private final Consents consents;

    ConsentGate(RuleBook rules, Consents consents) {
        this.rules = rules;
        this.consents = consents;
    }

    @Override
    public Verdict judge(Proposal proposal, Scope scope) {
        if (scope.trusted() || proposal.operation() instanceof Unheld) return ALLOWED;
        var ruling = rules.of(proposal);
        if (ruling.isEmpty()) return ALLOWED;
        var agreed = Consent.current();
        if (agreed.isPresent())
            return consents.isOf(agreed.get(), proposal) ? ALLOWED : new Verdict.Refused("consent-of-another-act");
        return consents.use(proposal) ? ALLOWED : new Verdict.Held(consents.hold(proposal, ruling.get()));
    }
}
