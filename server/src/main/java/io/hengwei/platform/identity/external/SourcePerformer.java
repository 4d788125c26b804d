package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.external.SourceAct.*;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Acts on identity sources that waited for consent. A source is changed in the version in which its maker saw it, or
/// not at all.
@Component
class SourcePerformer implements Performer<SourceAct> {
    private final SourceAdministration sources;
    private final LinkAdministration links;

    SourcePerformer(SourceAdministration sources, LinkAdministration links) {
        this.sources = sources;
        this.links = links;
    }

    @Override
    public List<Class<? extends SourceAct>> operations() {
        return List.of(
                CreateIdentitySource.class,
                ChangeIdentitySource.class,
                MapGroup.class,
                UnmapGroup.class,
                LinkAccount.class,
                UnlinkAccount.class);
    }

    @Override
    public @Nullable UUID perform(Task<SourceAct> task) {
        return switch (task.operation()) {
            case CreateIdentitySource source -> sources.create(source);
            case MapGroup map -> links.map(task.thing(), map);
            case ChangeIdentitySource change ->
                Performer.done(() -> sources.change(task.thing(), task.seenVersion(), change));
            case UnmapGroup gone -> Performer.done(() -> links.unmap(task.thing(), gone.mapping()));
            case LinkAccount link -> Performer.done(() -> links.link(new UserId(task.thing()), link));
            case UnlinkAccount gone -> Performer.done(() -> links.unlink(new UserId(task.thing())));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
