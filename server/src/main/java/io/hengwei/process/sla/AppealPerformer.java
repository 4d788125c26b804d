package io.hengwei.process.sla;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Appeals and what becomes of them, where that waited for consent.
@Component
class AppealPerformer implements Performer<Operation> {
    private final Appeals appeals;

    AppealPerformer(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public List<Class<? extends Operation>> operations() {
        return Stream.<Class<? extends Operation>>concat(
                        Stream.of(LodgeAppeal.class), Performer.commandsOf(AppealCommand.class).stream())
                .toList();
    }

    @Override
    public String kind() {
        return "APPEAL";
    }

    @Override
    public @Nullable UUID perform(Task<Operation> task) {
        return switch (task.operation()) {
            case LodgeAppeal appeal -> appeals.lodge(appeal).id().value();
            case AppealCommand command ->
                Performer.done(() -> appeals.perform(new RecordId(task.thing()), task.seenVersion(), command));
            default -> throw new IllegalArgumentException(task.operation().commandName());
        };
    }
}
