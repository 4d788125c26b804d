package io.hengwei.platform.record;

import io.hengwei.platform.shared.NotFound;
import java.util.List;
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

    public RecordType<?, ?, ?> of(String kind) {
        return types.stream().filter(t -> t.kind().equals(kind)).findFirst().orElseThrow(() -> new NotFound(kind));
    }
}
