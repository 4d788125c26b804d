package io.hengwei.process.workorder;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Commands that waited for consent.
@Component
class WorkOrderPerformer implements Performer<WorkOrderCommand> {
    private final WorkOrderManagement management;

    WorkOrderPerformer(WorkOrderManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends WorkOrderCommand>> operations() {
        return Performer.commandsOf(WorkOrderCommand.class);
    }

    @Override
    public String kind() {
        return "WORK_ORDER";
    }

    @Override
    public @Nullable UUID perform(Task<WorkOrderCommand> task) {
        return Performer.done(
                () -> management.perform(new RecordId(task.thing()), task.seenVersion(), task.operation()));
    }
}
