package io.hengwei.process.incident.history;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Mappings: those that come with the product, and the organisation's own, each kept by a unit for itself and those
/// below.
@Component
class Mappings {
    static final String PERMISSION = "import:run";

    /// @param mapping as it holds from now on
    record KeepMapping(Mapping mapping) implements Operation {}

    private record Own(UnitId unit, String mapping) {}

    private final List<Mapping> shipped = new ArrayList<>();
    private final Directory directory;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Operations operations;
    private final Clock clock;

    Mappings(Directory directory, JdbcClient db, JsonMapper json, Operations operations, Clock clock)
            throws IOException {
        this.directory = directory;
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

    /// Those with which the present person may import somewhere.
    @Transactional(readOnly = true)
    public List<Mapping> all() {
        var reach = Scope.current().reach(PERMISSION);
        if (reach.everywhere()) return servedBy(owner -> true);
        var tree = directory.tree();
        var above = reach.units().stream()
                .flatMap(unit -> tree.ancestors(unit).stream())
                .collect(Collectors.toSet());
        return servedBy(above::contains);
    }

    private List<Mapping> servedBy(Predicate<UnitId> owner) {
        var own = db
                .sql("select unit, mapping::text from incident.history_mapping")
                .query(Rows.of(Own.class))
                .list()
                .stream()
                .filter(kept -> owner.test(kept.unit()))
                .map(kept -> json.readValue(kept.mapping(), Mapping.class));
        return Stream.concat(shipped.stream(), own)
                .sorted(Comparator.comparing(Mapping::name))
                .toList();
    }

    @Transactional(readOnly = true)
    public Mapping get(String id) {
        return found(id, all());
    }

    /// For an import into this unit.
    @Transactional(readOnly = true)
    public Mapping get(String id, UnitId unit) {
        return found(id, servedBy(directory.tree().ancestors(unit)::contains));
    }

    private static Mapping found(String id, List<Mapping> mappings) {
        return mappings.stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("unknown-mapping", id));
    }

    /// Whether it comes with the product; such a one is not changed but copied.
    boolean isShipped(String id) {
        return shipped.stream().anyMatch(m -> m.id().equals(id));
    }

    /// Takes a unit's own mapping, or a new version of it; imports that have begun keep the one they began with.
    void keep(Mapping mapping, UnitId unit) {
        mapping.checked();
        if (isShipped(mapping.id())) throw Refused.invalid("shipped-mapping", mapping.id());
        directory.requireUnit(unit);
        operations.administer(
                Act.making(PERMISSION, unit, "IMPORT_MAPPING", Ids.next(), new KeepMapping(mapping)),
                Boolean.class,
                () -> {
                    var kept = db.sql("""
                    insert into incident.history_mapping (id, unit, mapping, changed_by, changed_at) values (?, ?, cast(? as jsonb), ?, ?)
                    on conflict (id) do update set mapping = excluded.mapping, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                    where history_mapping.unit = excluded.unit""")
                            .param(mapping.id())
                            .param(unit.value())
                            .param(json.writeValueAsString(mapping))
                            .param(Scope.current().me().value())
                            .param(clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    if (kept == 0) throw new Refused("mapping-of-another-unit", mapping.id());
                    return true;
                });
    }
}
