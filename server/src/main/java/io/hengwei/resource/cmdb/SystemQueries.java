package io.hengwei.resource.cmdb;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SystemQueries {
    static final String READ = "system:read";

    record Hours(String id, String name) {}

    record Row(
            SystemId id,
            String code,
            String name,
            SystemClass systemClass,
            Hours serviceHours,
            Refs.Unit unit,
            Refs.Person responsible,
            Refs.Group group,
            boolean active,
            long version,
            String description) {
        Row naming(Calendars calendars) {
            var hours = calendars.all().stream()
                    .filter(c -> c.id().equals(serviceHours.id()))
                    .map(c -> new Hours(c.id(), c.name()))
                    .findFirst();
            return new Row(
                    id,
                    code,
                    name,
                    systemClass,
                    hours.orElse(serviceHours),
                    unit,
                    responsible,
                    group,
                    active,
                    version,
                    description);
        }
    }

    record Filter(
            @Nullable @Size(max = 100) String q,
            @Nullable Set<SystemClass> systemClass,
            @Nullable UUID unit,
            @Nullable Boolean active) {}

    private static final Sort NAME = Sort.text("name", "c.name collate \"zh-Hans-CN-x-icu\"");
    private static final Sort CODE = Sort.text("code", "c.code");
    private static final Sort CLASS = Sort.text("systemClass", "c.system_class");
    private static final String COLUMNS = """
        c.id, c.code, c.name, c.system_class, c.calendar as service_hours_id, c.calendar as service_hours_name, u.id as unit_id, u.name as unit_name,
        p.id as responsible_id, p.name as responsible_name, pu.name as responsible_unit, g.id as group_id, g.name as group_name, g.line as group_line,
        c.active, s.version, s.description""";
    private static final String DECORATION = """
        join identity.unit_card u on u.id = c.unit join identity.person_card p on p.id = c.responsible join identity.unit_card pu on pu.id = p.unit
        join identity.group_card g on g.id = c.group_id""";

    private final JdbcClient db;
    private final Calendars calendars;

    SystemQueries(JdbcClient db, Calendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    public Slice<Row> list(Filter filter, Page page) {
        return systems(filter).slice(db, page, "c.id", Row.class).map(row -> row.naming(calendars));
    }

    public void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        systems(filter).stream(db, page, "c.id", limit, Row.class, row -> each.accept(row.naming(calendars)));
    }

    public Row one(SystemId id) {
        return db.sql("select " + COLUMNS + " from cmdb.system_card c join cmdb.system s on s.id = c.id " + DECORATION
                        + " where c.id = ?")
                .param(id.value())
                .query(Rows.of(Row.class))
                .optional()
                .filter(SystemQueries::mayRead)
                .map(row -> row.naming(calendars))
                .orElseThrow(() -> new NotFound(id));
    }

    private static boolean mayRead(Row row) {
        var scope = Scope.current();
        return scope.may(READ, new UnitId(row.unit().id()))
                || scope.admits(READ)
                        && scope.me().value().equals(row.responsible().id());
    }

    private static Sql systems(Filter filter) {
        return Sql.select(COLUMNS)
                .from("cmdb.system_card c", "join cmdb.system s on s.id = c.id")
                .decoratedBy(DECORATION)
                .where("(c.name ilike :text or c.code ilike :text)", Like.containing(filter.q()))
                .where("c.system_class = any(:systemClass)", filter.systemClass())
                .where("c.unit = :unit", filter.unit())
                .where("c.active = :active", filter.active())
                .inScope(READ, "c.unit", "c.responsible")
                .sortedBy(NAME, CODE, CLASS);
    }
}
