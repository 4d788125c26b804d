package io.hengwei.platform.record;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UnitId;
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
public class Performers {
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
    public boolean carryOut(Gate.Proposal proposal) {
        if (proposal.operation() instanceof RepeatedByMaker once && once.repeated()) return false;
        return find(proposal.operation().commandName(), proposal.kind()) != null;
    }

    /// Does it in the name of whoever is bound as scope.
    ///
    /// @param content the operation as JSON
    /// @return the id of what was made, or null
    /// @throws Refused when nobody performs such operations, or its form is another one by now
    public @Nullable UUID perform(
            String operation,
            String kind,
            String content,
            @Nullable UUID subject,
            @Nullable UnitId unit,
            long seenVersion) {
        var found = find(operation, kind);
        if (found == null) throw new Refused("nobody-performs", operation);
        return perform(found, content, subject, unit, seenVersion);
    }

    private <O extends Operation> @Nullable UUID perform(
            Known<O> known, String content, @Nullable UUID subject, @Nullable UnitId unit, long seenVersion) {
        return known.performer().perform(new Performer.Task<>(read(known.type(), content), subject, unit, seenVersion));
    }

    /// What waits for days may outlive the form of its operation.
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
