package io.hengwei.operations.monitoring;

import io.hengwei.operations.monitoring.AlertRules.ChangeSource;
import io.hengwei.operations.monitoring.AlertRules.GradeSeverity;
import io.hengwei.operations.monitoring.AlertRules.MapWord;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes of the rules of alerts that waited for consent.
@Component
class AlertRulePerformer implements Performer<Operation> {
    private final AlertRules rules;

    AlertRulePerformer(AlertRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Class<? extends Operation>> operations() {
        return List.of(MapWord.class, GradeSeverity.class, ChangeSource.class);
    }

    @Override
    public @Nullable UUID perform(Task<Operation> task) {
        return switch (task.operation()) {
            case MapWord mapping -> Performer.done(() -> rules.map(mapping));
            case GradeSeverity grade -> Performer.done(() -> rules.grade(grade));
            case ChangeSource change -> Performer.done(() -> rules.change(task.thing(), change));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
