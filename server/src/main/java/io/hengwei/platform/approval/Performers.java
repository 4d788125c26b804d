package io.hengwei.platform.approval;

import io.hengwei.platform.record.Gate;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Knows which operations can be done from their data, and does them.
@Component
class Performers {
    private record Known<O extends Operation>(Class<? extends O> type, Performer<O> performer) {
        String name() {
            return performer.name(type);
        }
    }

    private final ObjectProvider<Performer<?>> declared;
    private final JsonMapper json;
    private volatile @Nullable Map<String, List<Known<?>>> known;

    Performers(ObjectProvider<Performer<?>> declared, JsonMapper json) {
        this.declared = declared;
        this.json = json;
    }

    /// Whether it is done as soon as it is agreed to; else its maker does it once more.
    boolean carryOut(Gate.Proposal proposal) {
        if (proposal.operation() instanceof RepeatedByMaker once && once.repeated()) return false;
        return find(proposal.operation().commandName(), proposal.kind()) != null;
    }

    /// @return the id of what was made, or null
    @Nullable
    UUID perform(Frozen frozen) {
        var found = find(frozen.operation(), frozen.subjectKind());
        if (found == null) throw new Refused("nobody-performs", frozen.operation());
        return perform(found, frozen);
    }

    private <O extends Operation> @Nullable UUID perform(Known<O> known, Frozen frozen) {
        return known.performer()
                .perform(new Performer.Task<>(
                        read(known.type(), frozen.content()),
                        frozen.subject(),
                        frozen.subjectUnit() == null
                                ? null
                                : new io.hengwei.platform.shared.UnitId(frozen.subjectUnit()),
                        frozen.seenVersion()));
    }

    /// A consent lives for days and may outlive the form of its operation.
    private <O> O read(Class<? extends O> type, String content) {
        try {
            return json.readValue(content, type);
        } catch (JacksonException e) {
            throw new Refused("form-outdated");
        }
    }

    private @Nullable Known<?> find(String operation, String kind) {
        return all().getOrDefault(operation, List.of()).stream()
                .filter(each -> each.performer().kind() == null
                        || kind.equals(each.performer().kind()))
                .findFirst()
                .orElse(null);
    }

    private Map<String, List<Known<?>>> all() {
        var all = known;
        if (all == null) known = all = collect();
        return all;
    }

    private Map<String, List<Known<?>>> collect() {
        var found = new HashMap<String, List<Known<?>>>();
        declared.stream()
                .flatMap(Performers::members)
                .forEach(each -> found.computeIfAbsent(each.name(), ignored -> new java.util.ArrayList<>())
                        .add(each));
        return found;
    }

    private static <O extends Operation> Stream<Known<O>> members(Performer<O> performer) {
        return performer.operations().stream().map(member -> new Known<O>(member, performer));
    }
}
