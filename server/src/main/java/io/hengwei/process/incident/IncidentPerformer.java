package io.hengwei.process.incident;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Commands that waited for consent.
@Component
class IncidentPerformer implements Performer<IncidentCommand> {
    private final IncidentManagement management;

    IncidentPerformer(IncidentManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends IncidentCommand>> operations() {
        return Performer.commandsOf(IncidentCommand.class);
    }

    @Override
    public String kind() {
        return "INCIDENT";
    }

    @Override
    public @Nullable UUID perform(Task<IncidentCommand> task) {
        return Performer.done(
                () -> management.perform(new RecordId(task.thing()), task.seenVersion(), task.operation()));
    }
}
