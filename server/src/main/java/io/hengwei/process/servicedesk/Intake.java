package io.hengwei.process.servicedesk;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.Channel;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.IncidentManagement;
import io.hengwei.process.incident.OpenIncident;
import io.hengwei.process.incident.Urgency;
import io.hengwei.resource.cmdb.SystemId;
import io.hengwei.resource.cmdb.Systems;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Takes contacts in.
@Service
public class Intake {
    private final IncidentManagement incidents;
    private final Directory directory;
    private final Systems systems;
    private final JdbcClient db;
    private final Clock clock;

    Intake(IncidentManagement incidents, Directory directory, Systems systems, JdbcClient db, Clock clock) {
        this.incidents = incidents;
        this.directory = directory;
        this.systems = systems;
        this.db = db;
        this.clock = clock;
    }

    /// By the desk, on behalf of a caller; needs `intake:desk`, and `incident:open` in the unit. Call record and
    /// incident are one act.
    public Ack byDesk(DeskContact contact) {
        Scope.current().require("intake:desk");
        var open = contact.incident();
        if (open.requester() == null && open.caller() == null) throw Refused.invalid("who-calls");
        return incidents.open(open, "open", ack -> {
            if (contact.call() != null) store(contact.call(), open, ack);
            return ack;
        });
    }

    /// By the person concerned; it is looked after where the system stands, else where the person works (INC-13).
    public Ack bySelf(SelfReport report) {
        Scope.current().require("intake:self");
        var me = Scope.current().me();
        var occurred = report.occurredAt() == null ? clock.instant() : report.occurredAt();
        return incidents.open(
                new OpenIncident(
                        Objects.requireNonNullElse(report.kind(), IncidentKind.FAULT),
                        report.titleOrFirstLine(),
                        report.description(),
                        me,
                        null,
                        responsible(report.system(), me),
                        Channel.PORTAL,
                        occurred,
                        Objects.requireNonNullElse(report.impact(), Impact.ONE_PERSON),
                        Objects.requireNonNullElse(report.effect(), Effect.IMPAIRED),
                        Objects.requireNonNullElse(report.urgency(), Urgency.MEDIUM),
                        report.system(),
                        null,
                        null),
                null,
                ack -> ack);
    }

    private UnitId responsible(@Nullable UUID system, UserId me) {
        return system == null
                ? directory.unitOf(me)
                : systems.requireSystem(new SystemId(system)).unit();
    }

    private void store(Call call, OpenIncident open, Ack ack) {
        var stranger = open.caller();
        db.sql("""
            insert into servicedesk.call_record (id, incident, unit, line, caller, caller_name, phone, started_at, minutes, subject, outcome, taken_by)
            values (:id, :incident, :unit, :line, :caller, :name, :phone, :startedAt, :minutes, :subject, :outcome, :by)""")
                .param("id", Ids.next())
                .param("incident", ack.id().value())
                .param("unit", open.unit().value())
                .param("line", call.line().name())
                .param(
                        "caller",
                        open.requester() == null ? null : open.requester().value(),
                        Types.OTHER)
                .param("name", stranger == null ? null : stranger.name(), Types.VARCHAR)
                .param("phone", stranger == null ? null : stranger.phone(), Types.VARCHAR)
                .param("startedAt", call.startedAt().atOffset(ZoneOffset.UTC))
                .param("minutes", call.minutes())
                .param("subject", ack.title())
                .param("outcome", call.outcome(), Types.VARCHAR)
                .param("by", Scope.current().me().value())
                .update();
    }
}
