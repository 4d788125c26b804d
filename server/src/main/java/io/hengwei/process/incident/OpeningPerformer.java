package io.hengwei.process.incident;

import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An incident whose registration waited for consent.
@Component
class OpeningPerformer implements Performer<OpenIncident> {
    private final IncidentManagement management;

    OpeningPerformer(IncidentManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends OpenIncident>> operations() {
        return List.of(OpenIncident.class);
    }

    @Override
    public String name(Class<? extends OpenIncident> member) {
        return "Open";
    }

    @Override
    public String kind() {
        return "INCIDENT";
    }

    @Override
    public @Nullable UUID perform(Task<OpenIncident> task) {
        return management.open(task.operation()).id().value();
    }
}
