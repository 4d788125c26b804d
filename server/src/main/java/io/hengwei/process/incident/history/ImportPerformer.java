package io.hengwei.process.incident.history;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.process.incident.history.Imports.CancelImport;
import io.hengwei.process.incident.history.Imports.RunImport;
import io.hengwei.process.incident.history.Mappings.KeepMapping;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was to be done about imports and waited for consent; a file is handed in once more by whoever has it.
@Component
class ImportPerformer implements Performer<Operation> {
    private final Imports imports;
    private final Mappings mappings;

    ImportPerformer(Imports imports, Mappings mappings) {
        this.imports = imports;
        this.mappings = mappings;
    }

    @Override
    public List<Class<? extends Operation>> operations() {
        return List.of(RunImport.class, CancelImport.class, KeepMapping.class);
    }

    @Override
    public @Nullable UUID perform(Task<Operation> task) {
        return switch (task.operation()) {
            case RunImport run -> Performer.done(() -> imports.run(task.thing()));
            case CancelImport cancel -> Performer.done(() -> imports.cancel(task.thing()));
            case KeepMapping kept ->
                Performer.done(() -> mappings.keep(kept.mapping(), Objects.requireNonNull(task.unit())));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
