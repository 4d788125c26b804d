package io.hengwei;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hengwei.platform.account.AccountRequestManagement;
import io.hengwei.platform.account.AccountTarget;
import io.hengwei.platform.account.OpenAccountRequest;
import io.hengwei.platform.account.RequestKind;
import io.hengwei.platform.account.review.AccountReviewManagement;
import io.hengwei.platform.account.review.OpenAccountReview;
import io.hengwei.platform.account.review.ReviewCause;
import io.hengwei.platform.audit.review.LogReviewManagement;
import io.hengwei.platform.audit.review.OpenLogReview;
import io.hengwei.platform.document.Attachments;
import io.hengwei.platform.document.Upload;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Delegations;
import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.RightsAct;
import io.hengwei.platform.identity.SecondFactors;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.notification.robot.OtherRobot;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
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
import io.hengwei.process.levelreport.LevelReports;
import io.hengwei.process.sla.Appeals;
import io.hengwei.process.sla.LodgeAppeal;
import io.hengwei.process.workorder.RaiseWorkOrder;
import io.hengwei.process.workorder.WorkOrderManagement;
import io.hengwei.process.workorder.WorkOrderType;
import io.hengwei.resource.vault.SecretEntryId;
import io.hengwei.resource.vault.SecretForm;
import io.hengwei.resource.vault.SecretKind;
import io.hengwei.resource.vault.VaultManagement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A branch with one of each: an incident, its work order, a comment, a note, a file, all of whose texts carry a mark
/// that must not get out.
public record OtherBranch(
        UnitId unit,
        GroupId group,
        UserId requester,
        UserId engineer,
        RecordId incident,
        RecordId order,
        Map<String, UUID> things) {
    /// Paths that name something of this branch that others must not see.
    private static final List<String> SECRET = List.of(
            "/api/(incidents|work-orders|log-reviews|approvals|account-requests|account-reviews|appeals|level-reports|clocks|records|attachments|vault|robots)/\\{.*",
            "/api/people/\\{id}/(account|activation|lock|particulars|sessions|second-factor|rights|delegations).*",
            "/api/rights/.*");

    private static final JsonMapper JSON = JsonMapper.shared();

    public static OtherBranch made(ApplicationContext context, People people, String mark) {
        var unit = people.branch();
        var requester = people.person(unit);
        var engineer = people.person(unit, "ENGINEER");
        return Scope.asSystem(() -> {
            var groups = context.getBean(GroupAdministration.class);
            var group = groups.create(new IdentityAct.CreateGroup("组" + People.number(), unit, 1, null));
            groups.addMember(group, engineer);
            context.getBean(Delegations.class)
                    .delegate(
                            engineer,
                            new RightsAct.Delegate(
                                    people.person(unit),
                                    null,
                                    null,
                                    Instant.now().plus(30, ChronoUnit.DAYS),
                                    mark));
            var open = new OpenIncident(
                    IncidentKind.FAULT,
                    mark + " title",
                    mark + " description",
                    requester,
                    null,
                    unit,
                    Channel.HOTLINE,
                    Instant.parse("2026-01-05T01:00:00Z"),
                    Impact.ONE_UNIT,
                    Effect.IMPAIRED,
                    Urgency.MEDIUM,
                    null,
                    mark,
                    null);
            var incident = context.getBean(IncidentManagement.class).open(open).id();
            var order = context.getBean(WorkOrderManagement.class)
                    .raise(new RaiseWorkOrder(
                            WorkOrderType.ON_SITE_SUPPORT,
                            mark + " order",
                            mark,
                            unit,
                            group,
                            engineer,
                            "P2",
                            null,
                            incident,
                            requester,
                            null,
                            null,
                            null))
                    .id();
            var annotations = context.getBean(Annotations.class);
            annotations.comment(incident, new Annotations.Comment(mark + " comment"));
            annotations.note(incident, new Annotations.WorkNote(mark + " note"));
            var review = context.getBean(LogReviewManagement.class)
                    .open(new OpenLogReview(unit, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
            var heads = List.of(people.person(unit, "DEPT_HEAD"), people.person(unit, "DEPT_HEAD"));
            var accounts = context.getBean(AccountReviewManagement.class)
                    .open(new OpenAccountReview(unit, ReviewCause.MOVED, heads.getFirst(), LocalDate.of(2026, 1, 1)));
            var things = new HashMap<String, UUID>();
            things.put("account-reviews", accounts.id().value());
            var clock = confirmation(context, incident);
            things.put("clocks", clock);
            things.put("appeals", appeal(context, clock, mark));
            things.put("level-reports", reported(context, incident));
            things.put("incidents", incident.value());
            things.put("records", incident.value());
            things.put("work-orders", order.value());
            things.put("log-reviews", review.id().value());
            things.put("people", requester.value());
            things.put("groups", group.value());
            things.put("units", unit.value());
            things.put("attachments", attach(context, incident, mark));
            things.put("session", account(context, requester, mark));
            things.put("account-requests", accountRequest(context, unit, requester, mark));
            things.put("vault", file(context, unit, engineer, requester, mark).value());
            things.put("robots", OtherRobot.made(context, unit, mark));
            things.put("approvals", held(context, people, unit, mark));
            return new OtherBranch(unit, group, requester, engineer, incident, order, things);
        });
    }

    /// The clock that counts at any hour.
    private static UUID confirmation(ApplicationContext context, RecordId incident) {
        return context.getBean(TransactionTemplate.class)
                .execute(ignored -> context.getBean(JdbcClient.class)
                        .sql("select id from sla.clock where record = ? and name = 'CONFIRM'")
                        .param(incident.value())
                        .query(UUID.class)
                        .single());
    }

    /// What its incident was reported as.
    private static UUID reported(ApplicationContext context, RecordId incident) {
        return context.getBean(TransactionTemplate.class).execute(ignored -> {
            var fault = context.getBean(RecordCards.class).visible(incident);
            context.getBean(LevelReports.class).report(fault, "LEVEL_III");
            return context.getBean(JdbcClient.class)
                    .sql("select id from levelreport.level_report where record = ? limit 1")
                    .param(incident.value())
                    .query(UUID.class)
                    .single();
        });
    }

    private static UUID appeal(ApplicationContext context, UUID clock, String mark) {
        var now = Instant.now();
        return context.getBean(Appeals.class)
                .lodge(new LodgeAppeal(clock, now.minusSeconds(600), now.plusSeconds(60), mark))
                .id()
                .value();
    }

    /// The requester's account is to be closed.
    private static UUID accountRequest(ApplicationContext context, UnitId unit, UserId requester, String mark) {
        return context.getBean(AccountRequestManagement.class)
                .open(new OpenAccountRequest(
                        RequestKind.CLOSE,
                        AccountTarget.HENGWEI,
                        null,
                        requester,
                        mark + " person",
                        AccountClass.PERSON,
                        null,
                        unit,
                        null,
                        List.of(),
                        mark,
                        null,
                        null,
                        null))
                .id()
                .value();
    }

    private static SecretEntryId file(
            ApplicationContext context, UnitId unit, UserId custodian, UserId director, String mark) {
        return context.getBean(VaultManagement.class)
                .register(
                        new SecretForm(
                                mark + " password",
                                SecretKind.NETWORK,
                                mark,
                                null,
                                unit,
                                custodian,
                                director,
                                mark,
                                null,
                                mark),
                        mark + " plain");
    }

    /// Somebody there has proposed a group, which needs consent in this branch.
    private static UUID held(ApplicationContext context, People people, UnitId unit, String mark) {
        context.getBean(SettingAdministration.class)
                .change("approval.rules", SettingScope.unit(unit.value()), JSON.readTree("""
                    {"rules": [{"operation": "CreateGroup", "kind": null, "when": [], "breakGlass": false, "stages": [{"name": "复核", "whom": "ROLES",
                      "roles": ["EXECUTIVE"], "people": [], "where": "SUBJECT", "mode": "ANY", "count": null, "onRejection": "ENDS", "limit": null,
                      "onTheSpot": false, "when": []}]}]}"""), null, "test");
        var maker = people.person(unit, "OPS_MANAGER");
        var answer = Client.of(context, people.token(maker)).post("/api/groups", """
            {"name": "%s group", "unit": "%s", "line": 1}""".formatted(mark, unit));
        return UUID.fromString(Client.tree(answer).path("about").asString());
    }

    /// A session of the requester, and a second factor.
    private static UUID account(ApplicationContext context, UserId requester, String mark) {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        ignored -> context.getBean(SecondFactors.class).offer(requester, mark));
        return context.getBean(Sessions.class)
                .open(requester, new Sessions.Origin(mark, mark), Credentials.Stage.OPEN)
                .id();
    }

    private static UUID attach(ApplicationContext context, RecordId incident, String mark) {
        try {
            return context.getBean(Attachments.class)
                    .add(
                            incident,
                            new Upload(
                                    mark + ".txt", new ByteArrayInputStream(mark.getBytes(StandardCharsets.UTF_8)), -1))
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordId record(String kind) {
        return new RecordId(things.get(kind.toLowerCase(Locale.ROOT).replace('_', '-') + "s"));
    }

    public boolean names(String path) {
        return SECRET.stream().anyMatch(path::matches);
    }

    public String fill(String path) {
        var first = path.replaceFirst("^/api/([^/]+).*", "$1");
        var id = first.equals("calendars") ? "STANDARD" : String.valueOf(things.getOrDefault(first, Ids.next()));
        return path.replace("{id}", id)
                .replace("{person}", engineer.toString())
                .replace("{session}", String.valueOf(things.get("session")))
                .replace("{key}", "incident.level-rules")
                .replace("{name}", "search")
                .replace("{number}", "INC0000001")
                .replace("{month}", "2020-01")
                .replaceAll("\\{\\w+}", Ids.next().toString());
    }

    /// A body about this branch, with the fields the endpoint takes.
    String body(@Nullable Class<?> taken) {
        var body = (ObjectNode) JSON.readTree(everything());
        if (taken != null) body.retain(fields(taken));
        return body.toString();
    }

    private static Set<String> fields(Class<?> taken) {
        if (taken.isSealed())
            return Stream.of(taken.getPermittedSubclasses())
                    .filter(command -> command.getSimpleName().equals("Cancel"))
                    .flatMap(command -> Stream.concat(Stream.of("command"), fields(command).stream()))
                    .collect(Collectors.toSet());
        return Stream.of(Objects.requireNonNullElse(taken.getRecordComponents(), new RecordComponent[0]))
                .flatMap(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(part.getType()).stream()
                        : Stream.of(part.getName()))
                .collect(Collectors.toSet());
    }

    private String everything() {
        return """
            {"text":"x","to":"%s","type":"RELATES_TO","name":"x","unit":"%s","role":"OPS_MANAGER","line":1,"title":"x","instructions":"x","group":"%s","description":"x",
             "kind":"FAULT","channel":"HOTLINE","occurredAt":"2026-01-05T01:00:00Z","impact":"ONE_UNIT","effect":"MINOR","urgency":"LOW","caller":{"name":"x","phone":"1"},
             "periodFrom":"2026-03-01","periodTo":"2026-04-01","command":"Cancel","reason":"x","ids":["%s"],"approvals":[{"id":"%s","version":1}],"approve":true,"opinion":"x","scopeKind":"UNIT","scopeId":"%s","value":{"rules":[]},"fromSeq":0,"active":false,"parent":"%s",
             "secretKind":"NETWORK","account":"x","custodian":"%s","filedWith":"%s","releaseRule":"x",
             "delegate":"%s","until":"2030-01-01T00:00:00Z","nameZh":"x","nameEn":"x","dutiesZh":"","dutiesEn":"","administration":"NONE","patterns":["*:read"],
             "request":"NEW","target":"HENGWEI","accountClass":"PERSON","staffNumber":"x1","textZh":"x","textEn":"x","version":1}""".formatted(
                incident, unit, group, Ids.next(), things.get("approvals"), unit, unit, engineer, requester, requester);
    }

    long version(JdbcClient db, TransactionTemplate transactions, String kind) {
        return Scope.asSystem(
                () -> transactions.execute(ignored -> db.sql("select version from record.record_card where id = ?")
                        .param(record(kind).value())
                        .query(Long.class)
                        .single()));
    }

    /// Everything that could have been changed.
    public List<Map<String, Object>> state(JdbcClient db, TransactionTemplate transactions) {
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql("""
            select c.id, c.version, c.state, c.title, c.assignee, (select count(*) from record.journal j where j.subject = c.id) as lines,
                (select count(*) from record.watcher w where w.record = c.id) as watchers, (select count(*) from record.link l where c.id in (l.source, l.target)) as links,
                (select name || active from identity.person_card where id = :person) as person, (select name from identity.unit_card where id = :unit) as unit_name,
                (select name from identity.group_card where id = :group) as group_name, (select count(*) from identity.group_member where maintenance_group = :group) as members,
                (select count(*) from identity.role_grant where person = :person or unit = :unit) as grants, (select count(*) from record.record_card where unit = :unit) as records,
                (select count(*) from identity.credential where person = :person and revoked_at is null) as sessions, (select count(*) from identity.second_factor where person = :person) as factors,
                (select count(verdict) from account.review_line where unit = :unit) as decisions,
                (select string_agg(e.id || '/' || e.version || '/' || (select count(*) from vault.reveal r where r.entry = e.id), ',' order by e.id)
                    from vault.entry e where e.unit = :unit) as secrets,
                (select string_agg(r.name || r.active || r.version, ',' order by r.id) from notification.robot r where r.unit = :unit) as robots,
                (select count(*) || ' ' || count(ended_at) from identity.delegation where person in (:person, :engineer)) as delegations
            from record.record_card c where c.unit = :unit order by c.id""")
                .param("unit", unit.value())
                .param("group", group.value())
                .param("person", requester.value())
                .param("engineer", engineer.value())
                .query()
                .listOfRows()));
    }
}
