package io.hengwei.platform.identity;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.Race;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.RightsAct.ChangeRole;
import io.hengwei.platform.identity.RightsAct.CreateRole;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/// Roles as data: what is shipped, what the security administrator makes of it, and what no role can ever be.
@HengweiTest
class RolesTest {
    /// The roles of sections 2.1 to 2.3 of the requirement catalogue, and the account of an outside system.
    private static final Set<String> CATALOGUE = Set.of(
            ("EXECUTIVE TOP_MANAGEMENT STEERING_GROUP OPS_VP OPS_DIRECTOR OPS_MANAGER MGMT_DEPT UNIT_IT DEPT_HEAD BIZ_DEPT CHIEF_ENGINEER"
                            + " SYS_LEAD PROCESS_OWNER QUALITY RISK AUDIT CAB_MEMBER SYS_AUDITOR MAINT_DEPT BRANCH_MAINT OPS_UNIT PROJECT_OWNER"
                            + " PROJECT_MANAGER TECH_SUPERVISOR DESK_OPERATOR INCIDENT_MANAGER PROBLEM_HANDLER ENGINEER SERVER_ADMIN NETWORK_ADMIN"
                            + " STORAGE_ADMIN DBA TERMINAL_ADMIN SYSTEM_MAINTAINER INSPECTOR MAINTAINER FAULT_HANDLER DUTY_OFFICER DUTY_LEADER"
                            + " ROOM_KEEPER PLATFORM_ADMIN USER_ADMIN GROUP_ADMIN UNIT_ADMIN CLERK SYS_TECH WEB_EDITOR FILE_ADMIN VIRTUAL_MEMBER"
                            + " EXPERT USER USING_UNIT VENDOR FACILITY ADMIN_DEPT FIRE_DEPT FIRE_KEEPER FIRE_OFFICER FIRE_MAINTAINER"
                            + " MEETING_STAFF CUSTOMER INTEGRATION")
                    .split(" "));

    @Autowired
    ApplicationContext context;

    @Autowired
    RoleAdministration administration;

    @Autowired
    Roles roles;

    @Autowired
    PermissionRules rules;

    @Autowired
    ShippedRoles shipped;

    @Autowired
    RoleShipment shipment;

    SecurityOffice office;

    @BeforeEach
    void appoint() {
        office = new SecurityOffice(context);
    }

    private static CreateRole role(Administration administration, String... patterns) {
        var name = "自定" + People.number();
        return new CreateRole(name, name + " role", "试用", "On trial", administration, List.of(patterns));
    }

    private String created(Administration administration, String... patterns) {
        return Scope.asSystem(() -> this.administration.create(role(administration, patterns)));
    }

    private ChangeRole change(String code, String nameZh, boolean active, String... patterns) {
        var now = roles.current().find(code);
        return new ChangeRole(nameZh, now.nameEn(), now.dutiesZh(), now.dutiesEn(), List.of(patterns), active);
    }

    private void change(String code, ChangeRole change) {
        var seen = roles.current().find(code).version();
        Scope.asSystem(() -> administration.change(code, seen, change));
    }

    @Test
    void everyRoleOfTheCatalogueIsShippedWithItsNamesDutiesAndSource() {
        assertThat(shipped.all()).extracting(ShippedRoles.Shipped::code).containsExactlyInAnyOrderElementsOf(CATALOGUE);
        assertThat(roles.list()).extracting(Role::code).containsAll(CATALOGUE);
        assertThat(shipped.all()).allSatisfy(role -> {
            assertThat(role.nameZh()).isNotBlank();
            assertThat(role.nameEn()).isNotBlank();
            assertThat(role.dutiesZh()).isNotBlank();
            assertThat(role.dutiesEn()).isNotBlank();
            assertThat(role.clause()).isNotBlank();
        });
        assertThat(shipped.all()).extracting(ShippedRoles.Shipped::nameZh).doesNotHaveDuplicates();
        assertThat(shipped.all()).extracting(ShippedRoles.Shipped::nameEn).doesNotHaveDuplicates();
    }

    @Test
    void whatIsShippedFitsPermissionsThereAreAndMixesNothing() {
        assertThat(shipped.all()).allSatisfy(role -> {
            assertThat(rules.inadmissible(role.administration(), role.patterns()))
                    .as(role.code())
                    .isEmpty();
            assertThat(rules.unknown(role.patterns()))
                    .as(role.code())
                    .allSatisfy(pattern -> assertThat(pattern).isEqualTo("audit:*"));
        });
        assertThat(shipped.all().stream().filter(ShippedRoles.Shipped::fixed).map(ShippedRoles.Shipped::code))
                .containsExactlyInAnyOrder("PLATFORM_ADMIN", "USER_ADMIN", "SYS_AUDITOR", "USER");
    }

    @Test
    void everyPermissionBelongsToBusinessOrToAnAdministrationAndNoneToBoth() {
        var apart = List.of(Administration.SYSTEM, Administration.SECURITY, Administration.AUDIT);
        var rights = List.of("person:manage", "grant:manage", "grant:administrators", "role:manage", "unit:manage");
        assertThat(rights).allSatisfy(permission -> {
            assertThat(rules.admits(Administration.NONE, permission)).isFalse();
            assertThat(apart.stream().filter(one -> rules.admits(one, permission)))
                    .containsExactly(Administration.SECURITY);
        });
        for (var one : apart)
            assertThat(rules.given(one, List.of("*:*")))
                    .as("%s takes no business", one)
                    .noneMatch(permission ->
                            permission.matches("(incident|work-order|alert|import|intake|statistics):.*"));
    }

    @Test
    void aNewRoleGivesWhatItsPreviewPromisedOnEveryNode() {
        var otherNode = new Roles(office.db, rules);
        otherNode.all();
        var promised = Scope.asSystem(() ->
                administration.preview(Administration.NONE, List.of("incident:read", "*:comment", "!work-order:*")));
        assertThat(promised.permissions())
                .contains("incident:read", "incident:comment")
                .noneMatch(p -> p.startsWith("work-order:"));
        var code = created(Administration.NONE, "incident:read", "*:comment", "!work-order:*");
        assertThat(otherNode.current().of(code)).isEqualTo(promised.permissions());
        var person = office.people.person(office.branch, code);
        assertThat(office.directory.scopeOf(person).orElseThrow().may("incident:read", office.branch))
                .isTrue();
        change(code, change(code, "改过" + People.number(), true, "work-order:read"));
        assertThat(office.directory.scopeOf(person).orElseThrow().may("incident:read", office.branch))
                .as("with the next request")
                .isFalse();
        assertThat(otherNode.current().of(code)).containsExactly("work-order:read");
    }

    @Test
    void noRoleMixesTheAdministrationsOrGivesOneOfThemBusiness() {
        refused("role-mixes-administrations", role(Administration.NONE, "incident:read", "grant:manage"));
        refused("role-mixes-administrations", role(Administration.NONE, "person:*"));
        refused("role-mixes-administrations", role(Administration.SECURITY, "person:*", "setting:*"));
        refused("role-mixes-administrations", role(Administration.SYSTEM, "setting:*", "incident:read"));
        refused("role-pattern-unknown", role(Administration.NONE, "incident:fly"));
        var everything = created(Administration.NONE, "*:*");
        assertThat(roles.current().of(everything))
                .contains("incident:read")
                .doesNotContain("person:manage", "role:manage", "grant:manage", "system:observe");
    }

    private void refused(String reason, CreateRole role) {
        assertThatThrownBy(() -> Scope.asSystem(() -> administration.create(role)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aRoleOfOnesOwnCountsAsTheAdministrationItBelongsTo() {
        var own = created(Administration.SECURITY, "person:manage", "person:read");
        var clerk = office.people.person(office.branch, own);
        for (var role : List.of(Roles.AUDIT_ADMINISTRATOR, Roles.SYSTEM_ADMINISTRATOR, "ENGINEER"))
            assertThatThrownBy(() -> Scope.asSystem(
                            () -> office.grants.grant(clerk, new Grant(role, office.branch, null, null))))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo("administrators-apart"));
        assertThatThrownBy(() -> Scope.asSystem(() -> office.transactions.execute(ignored -> office.db
                        .sql("update identity.role set administration = 'NONE' where code = ?")
                        .param(own)
                        .update())))
                .as("not even past the program, while it is granted")
                .hasMessageContaining("role_of_a_grant");
        assertThatThrownBy(() -> Scope.asSystem(() -> office.transactions.execute(
                        ignored -> office.db.sql("delete from identity.holding").update())))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatIsFixedIsRenamedAtMostAndWhatIsGrantedIsNotSwitchedOff() {
        var fixed = roles.current().find(Roles.SECURITY_ADMINISTRATOR);
        for (var change : List.of(
                change(fixed.code(), fixed.nameZh(), true, "person:*"),
                change(fixed.code(), fixed.nameZh(), false, fixed.patterns().toArray(String[]::new))))
            assertThatThrownBy(() -> change(fixed.code(), change))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo("role-fixed"));
        var code = created(Administration.NONE, "incident:read");
        var person = office.people.person(office.branch, code);
        assertThatThrownBy(() -> change(code, change(code, "停用" + People.number(), false, "incident:read")))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo("role-granted"));
        Scope.asSystem(() -> {
            office.grants.revoke(person, grantOf(person));
            return true;
        });
        change(code, change(code, "停用" + People.number(), false, "incident:read"));
        assertThat(roles.current().permissions()).doesNotContainKey(code);
        assertThatThrownBy(() -> office.people.person(office.branch, code))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo("unknown-role"));
        assertThatThrownBy(() -> Scope.asSystem(() -> office.transactions.execute(ignored -> office.db
                        .sql("""
            insert into identity.role_grant (id, person, role, unit, from_at, granted_by) values (gen_random_uuid(), ?, ?, ?, now(), ?)""")
                        .params(person.value(), code, office.branch.value(), person.value())
                        .update())))
                .hasMessageContaining("is not in use");
    }

    private UUID grantOf(io.hengwei.platform.shared.UserId person) {
        return office.db
                .sql("select id from identity.role_grant where person = ?")
                .param(person.value())
                .query(UUID.class)
                .single();
    }

    @Test
    void ofAGrantAndASwitchingOffAtTheSameMomentTheSecondFails() {
        var race = new Race(office.db, office.transactions);
        var system = Scope.trusting(Scope.SYSTEM);
        for (var grantsFirst : List.of(true, false)) {
            var code = created(Administration.NONE, "incident:read");
            var person = office.people.person(office.branch);
            var off = change(code, "同时" + People.number(), false, "incident:read");
            Runnable grant = () -> office.grants.grant(person, new Grant(code, office.branch, null, null));
            Runnable switchOff = () -> administration.change(code, 1, off);
            var failed = grantsFirst
                    ? race.between(system, grant, system, switchOff)
                    : race.between(system, switchOff, system, grant);
            assertThat(failed)
                    .get()
                    .isInstanceOfSatisfying(
                            Refused.class,
                            e -> assertThat(e.reason()).isEqualTo(grantsFirst ? "role-granted" : "unknown-role"));
        }
    }

    @Test
    void aNewVersionOfTheProductLeavesAloneWhatWasChangedHere() {
        var before = roles.current().find("CLERK");
        change("CLERK", change("CLERK", "文书（本行）", true, "person:read", "incident:read"));
        var version = roles.current().version();
        shipment.afterSingletonsInstantiated();
        var clerk = roles.current().find("CLERK");
        assertThat(clerk.nameZh()).isEqualTo("文书（本行）");
        assertThat(clerk.patterns()).containsExactly("person:read", "incident:read");
        office.asSystem(
                "with old as (update identity.role set patterns = '{incident:read}', clause = 'old' where code = 'SYS_TECH' returning 1) select count(*)::text from old");
        shipment.afterSingletonsInstantiated();
        assertThat(roles.current().find("SYS_TECH").patterns()).contains("work-order:read");
        assertThat(
                        office.asSystem(
                                "select body->>'recombined' from record.journal where command = 'ShipRoles' order by id desc limit 1"))
                .contains("SYS_TECH");
        assertThat(roles.current().version()).isGreaterThan(version);
        change("CLERK", change("CLERK", before.nameZh(), true, before.patterns().toArray(String[]::new)));
    }

    @Test
    void onlyWhoKeepsAccountsEverywhereMakesRolesAndNobodyOverwritesAnother() {
        var body =
                "{'nameZh':'网点%d','nameEn':'Branch %d','dutiesZh':'','dutiesEn':'','administration':'NONE','patterns':['incident:read']}";
        var one = People.number();
        assertThat(office.send(HttpMethod.POST, "/api/roles", body.formatted(one, one)))
                .as("of a branch")
                .hasStatus(403);
        var root = office.people.session(
                office.people.person(office.people.root(), Roles.SECURITY_ADMINISTRATOR, office.people.root()));
        assertThat(office.http
                        .post()
                        .uri("/api/roles")
                        .cookie(root)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(one, one).replace('\'', '"')))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.code")
                .asString()
                .startsWith("OWN_");
        var code = created(Administration.NONE, "incident:read");
        var late = change(code, "晚了" + People.number(), true, "incident:read");
        change(code, change(code, "早些" + People.number(), true, "incident:read"));
        assertThatThrownBy(() -> Scope.asSystem(() -> administration.change(code, 1, late)))
                .isInstanceOf(Stale.class);
        assertThat(office.http.get().uri("/api/roles").cookie(root))
                .bodyJson()
                .extractingPath("$[?(@.code=='USER_ADMIN')].fixed")
                .asArray()
                .containsExactly(true);
        assertThat(office.http
                        .get()
                        .uri(
                                "/api/roles/preview?administration=AUDIT&patterns=setting:*&patterns=incident:read&patterns=x:y")
                        .cookie(root))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.inadmissible")
                .asArray()
                .contains("incident:read");
        assertThat(new TreeSet<>(administration.permissions())).contains("role:manage", "person:read-personal");
    }
}
