package io.hengwei.platform.record;

import io.hengwei.platform.record.Annotations.*;
import io.hengwei.platform.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was to be added to a record and waited for consent.
@Component
class AnnotationPerformer implements Performer<Operation> {
    private final Annotations annotations;

    AnnotationPerformer(Annotations annotations) {
        this.annotations = annotations;
    }

    @Override
    public List<Class<? extends Operation>> operations() {
        return List.of(Comment.class, WorkNote.class, Watch.class, Unwatch.class, Link.class, Unlink.class);
    }

    @Override
    public @Nullable UUID perform(Task<Operation> task) {
        var id = new RecordId(task.thing());
        return switch (task.operation()) {
            case Comment comment -> Performer.done(() -> annotations.comment(id, comment));
            case WorkNote note -> Performer.done(() -> annotations.note(id, note));
            case Watch watch -> Performer.done(() -> annotations.watch(id));
            case Unwatch unwatch -> Performer.done(() -> annotations.unwatch(id));
            case Link link -> annotations.link(id, link);
            case Unlink unlink -> Performer.done(() -> annotations.unlink(id, unlink.link()));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
