package io.hengwei.process.incident.history;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Mappings: those that come with the product, and the organisation's own.
@Component
class Mappings {
    static final String PERMISSION = "import:run";

    /// @param mapping as it holds from now on
    record KeepMapping(Mapping mapping) implements Operation {}

    private final List<Mapping> shipped = new ArrayList<>();
    private final JdbcClient db;
    private final JsonMapper json;
    private final Operations operations;
    private final Clock clock;

    Mappings(JdbcClient db, JsonMapper json, Operations operations, Clock clock) throws IOException {
        this.db = db;
        this.json = json;
        this.operations = operations;
        this.clock = clock;
        for (var resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:import/mappings/*.json")) {
            shipped.add(json.readValue(resource.getContentAsByteArray(), Mapping.class)
                    .checked());
        }
    }

    @Transactional(readOnly = true)
    public List<Mapping> all() {
        var own = db.sql("select mapping::text from incident.history_mapping").query(String.class).list().stream()
                .map(text -> json.readValue(text, Mapping.class));
        return Stream.concat(shipped.stream(), own)
                .sorted(Comparator.comparing(Mapping::name))
                .toList();
    }

    @Transactional(readOnly = true)
    public Mapping get(String id) {
        return all().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("unknown-mapping", id));
    }

    /// Takes an own mapping, or a new version of one; imports that have begun keep the one they began with.
    void keep(Mapping mapping) {
        mapping.checked();
        if (shipped.stream().anyMatch(m -> m.id().equals(mapping.id())))
            throw Refused.invalid("shipped-mapping", mapping.id());
        operations.administer(
                new Act(PERMISSION, null, "IMPORT_MAPPING", Ids.next(), new KeepMapping(mapping)),
                Boolean.class,
                () -> {
                    db.sql("""
                    insert into incident.history_mapping (id, mapping, changed_by, changed_at) values (?, cast(? as jsonb), ?, ?)
                    on conflict (id) do update set mapping = excluded.mapping, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                            .param(mapping.id())
                            .param(json.writeValueAsString(mapping))
                            .param(Scope.current().me().value())
                            .param(clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    return true;
                });
    }
}
