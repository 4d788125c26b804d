package io.hengwei.platform.record;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every kind of record in this program.
@Component
public class RecordTypes {
    private final List<RecordType<?, ?, ?>> types;

    RecordTypes(List<RecordType<?, ?, ?>> types) {
        this.types = types;
    }

    public List<RecordType<?, ?, ?>> all() {
        return types;
    }

    public List<Readable> readable() {
        var reaches = new LinkedHashMap<Reach, List<String>>();
        for (var type : types)
            reaches.computeIfAbsent(Scope.current().reach(type.permission("read")), ignored -> new ArrayList<>())
                    .add(type.kind());
        return reaches.entrySet().stream()
                .filter(e -> !e.getKey().isNowhere())
                .map(e -> new Readable(e.getKey(), reaches.size() == 1 ? null : List.copyOf(e.getValue())))
                .toList();
    }

    /// The kinds a narrowed token lets its holder read; null where nothing is narrowed.
    public @Nullable List<String> admitted() {
        var scope = Scope.current();
        if (scope.narrowed() == null) return null;
        return types.stream()
                .filter(type -> scope.admits(type.permission("read")))
                .map(RecordType::kind)
                .toList();
    }

    public RecordType<?, ?, ?> of(String kind) {
        return types.stream().filter(t -> t.kind().equals(kind)).findFirst().orElseThrow(() -> new NotFound(kind));
    }
}
