package io.hengwei.resource.cmdb;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UnitId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Registers systems and revises them. Whoever moves a system to another unit needs the permission in both.
@Service
public class SystemManagement {
    static final String MANAGE = "system:manage";

    record RegisterSystem(SystemForm system) implements Operation {}

    record ReviseSystem(SystemForm system) implements Operation {}

    private final Operations operations;
    private final Systems systems;
    private final SystemQueries queries;
    private final Calendars calendars;
    private final JdbcClient db;
    private final Clock clock;

    SystemManagement(
            Operations operations,
            Systems systems,
            SystemQueries queries,
            Calendars calendars,
            JdbcClient db,
            Clock clock) {
        this.operations = operations;
        this.systems = systems;
        this.queries = queries;
        this.calendars = calendars;
        this.db = db;
        this.clock = clock;
    }

    public SystemId register(SystemForm form) {
        requireCalendar(form);
        var id = new SystemId(Ids.next());
        return named(() -> operations.administer(
                Act.making(MANAGE, form.unit(), "SYSTEM", id.value(), new RegisterSystem(form)), SystemId.class, () -> {
                    write(
                            "insert into cmdb.system_card (code, name, system_class, unit, group_id, responsible, calendar, active, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            id,
                            form);
                    db.sql(
                                    "insert into cmdb.system (id, unit, version, description, changed_by, changed_at) values (?, ?, 1, ?, ?, ?)")
                            .params(
                                    id.value(),
                                    form.unit().value(),
                                    form.text(),
                                    Scope.current().me().value(),
                                    clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    return id;
                }));
    }

    /// @return the version it has now
    public long revise(SystemId id, long seen, SystemForm form) {
        requireCalendar(form);
        var owner = owner(id);
        Scope.current().require(MANAGE, form.unit());
        return named(() -> operations.administer(
                new Act(MANAGE, owner, "SYSTEM", id.value(), new ReviseSystem(form)).seenIn(seen), Long.class, () -> {
                    var changed = db.sql(
                                    "update cmdb.system set unit = ?, version = version + 1, description = ?, changed_by = ?, changed_at = ? where id = ? and version = ?")
                            .params(
                                    form.unit().value(),
                                    form.text(),
                                    Scope.current().me().value(),
                                    clock.instant().atOffset(ZoneOffset.UTC),
                                    id.value(),
                                    seen)
                            .update();
                    if (changed == 0) throw new Stale(queries.one(id));
                    write(
                            "update cmdb.system_card set code = ?, name = ?, system_class = ?, unit = ?, group_id = ?, responsible = ?, calendar = ?, active = ? where id = ?",
                            id,
                            form);
                    systems.forget(id);
                    return seen + 1;
                }));
    }

    private UnitId owner(SystemId id) {
        return systems.find(id).map(SystemCard::unit).orElseThrow(() -> new NotFound(id));
    }

    private void write(String sql, SystemId id, SystemForm form) {
        db.sql(sql)
                .params(
                        form.code(),
                        form.name().strip(),
                        form.systemClass().name(),
                        form.unit().value(),
                        form.group().value(),
                        form.responsible().value(),
                        form.serviceHours(),
                        form.inUse(),
                        id.value())
                .update();
    }

    private void requireCalendar(SystemForm form) {
        if (calendars.all().stream().noneMatch(c -> c.id().equals(form.serviceHours())))
            throw Refused.invalid("system-calendar", form.serviceHours());
    }

    /// The database knows best whether a code is taken or a person exists; its words are not for people.
    private static <T> T named(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (DataIntegrityViolationException e) {
            var cause = String.valueOf(e.getMostSpecificCause().getMessage());
            if (cause.contains("one_code")) throw new Refused("system-code-taken").at("code");
            if (cause.contains("one_name")) throw new Refused("system-name-taken").at("name");
            if (cause.contains("fkey")) throw Refused.invalid("system-reference");
            throw e;
        }
    }
}
