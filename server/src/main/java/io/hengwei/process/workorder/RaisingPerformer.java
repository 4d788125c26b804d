package io.hengwei.process.workorder;

import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An order whose raising waited for consent.
@Component
class RaisingPerformer implements Performer<RaiseWorkOrder> {
    private final WorkOrderManagement management;

    RaisingPerformer(WorkOrderManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends RaiseWorkOrder>> operations() {
        return List.of(RaiseWorkOrder.class);
    }

    @Override
    public String name(Class<? extends RaiseWorkOrder> member) {
        return "Open";
    }

    @Override
    public String kind() {
        return "WORK_ORDER";
    }

    @Override
    public @Nullable UUID perform(Task<RaiseWorkOrder> task) {
        return management.raise(task.operation()).id().value();
    }
}
