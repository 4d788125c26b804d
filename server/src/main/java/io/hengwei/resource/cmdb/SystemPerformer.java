package io.hengwei.resource.cmdb;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.resource.cmdb.SystemManagement.RegisterSystem;
import io.hengwei.resource.cmdb.SystemManagement.ReviseSystem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Registrations and revisions of systems that waited for consent.
@Component
class SystemPerformer implements Performer<Operation> {
    private final SystemManagement management;

    SystemPerformer(SystemManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends Operation>> operations() {
        return List.of(RegisterSystem.class, ReviseSystem.class);
    }

    @Override
    public @Nullable UUID perform(Task<Operation> task) {
        return switch (task.operation()) {
            case RegisterSystem registered ->
                management.register(registered.system()).value();
            case ReviseSystem revised ->
                Performer.done(
                        () -> management.revise(new SystemId(task.thing()), task.seenVersion(), revised.system()));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
