package io.hengwei.demo;

import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.ConductRules;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.identity.IdentityAct.CreateGroup;
import io.hengwei.platform.identity.IdentityAct.CreatePerson;
import io.hengwei.platform.identity.IdentityAct.CreateUnit;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.IdentityAct.SetAccount;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.identity.IdentitySettings.FactorRoles;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.identity.UnitAdministration;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.resource.cmdb.SystemForm;
import io.hengwei.resource.cmdb.SystemId;
import io.hengwei.resource.cmdb.SystemManagement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Founds the demo company: the first three administrators as at every first start, everything else by the one whose
/// work it is.
@Demo
@Component
class Founding {
    private static final String SECURITY = "secadmin";
    private static final String MANAGER = "manager";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UnitAdministration units;
    private final PersonAdministration people;
    private final Accounts accounts;
    private final GroupAdministration groups;
    private final GrantAdministration grants;
    private final SystemManagement systems;
    private final SettingAdministration settings;
    private final Directory directory;
    private final ConductRules conduct;
    private final Charter charter;
    private final Clock clock;

    Founding(
            UnitAdministration units,
            PersonAdministration people,
            Accounts accounts,
            GroupAdministration groups,
            GrantAdministration grants,
            SystemManagement systems,
            SettingAdministration settings,
            Directory directory,
            ConductRules conduct,
            Content content,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.accounts = accounts;
        this.groups = groups;
        this.grants = grants;
        this.systems = systems;
        this.settings = settings;
        this.directory = directory;
        this.conduct = conduct;
        this.charter = content.charter();
        this.clock = clock;
    }

    /// The ids of what was founded, by the charter's keys.
    record Ids(
            Map<String, UnitId> units,
            Map<String, UserId> people,
            Map<String, GroupId> groups,
            Map<String, SystemId> systems) {
        static Ids none() {
            return new Ids(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        UnitId unit(String key) {
            return Objects.requireNonNull(units.get(key), key);
        }

        UserId person(String username) {
            return Objects.requireNonNull(people.get(username), username);
        }

        GroupId group(String key) {
            return Objects.requireNonNull(groups.get(key), key);
        }

        UUID system(String code) {
            return Objects.requireNonNull(systems.get(code), code).value();
        }
    }

    Ids found() {
        var ids = Ids.none();
        charter.units().stream().limit(1).forEach(root -> found(root, ids));
        var departments = charter.units().stream().skip(1).toList();
        var administrators =
                charter.people().stream().filter(Founding::isAdministrator).toList();
        Scope.asSystem(() -> {
            departments.stream()
                    .filter(unit ->
                            administrators.stream().anyMatch(a -> a.unit().equals(unit.key())))
                    .forEach(unit -> found(unit, ids));
            administrators.forEach(person -> employ(person, ids));
            letEverybodyIn();
        });
        as(SECURITY, ids, () -> {
            departments.stream()
                    .filter(unit -> !ids.units().containsKey(unit.key()))
                    .forEach(unit -> found(unit, ids));
            charter.groups().forEach(group -> form(group, ids));
            charter.people().stream().filter(person -> !isAdministrator(person)).forEach(person -> employ(person, ids));
        });
        Scope.asSystem(() -> ids.people().values().forEach(this::agreeToConduct));
        as(MANAGER, ids, () -> charter.systems().forEach(system -> register(system, ids)));
        Scope.asSystem(() -> agree(ids));
        return ids;
    }

    /// Whoever tries the product signs in with what stands in the table of accounts, without a telephone at hand.
    private void letEverybodyIn() {
        settings.change(
                IdentitySettings.SECOND_FACTOR_ROLES,
                SettingScope.GLOBAL,
                new FactorRoles(List.of()),
                clock.instant(),
                "演示数据：试用账号无需验证器");
    }

    /// Whoever tries the product has read the rules of conduct; who joins later is asked.
    private void agreeToConduct(UserId person) {
        conduct.publishShipped();
        conduct.current().ifPresent(rules -> conduct.consent(person, rules.version(), "demo"));
    }

    /// What has been agreed with a branch, with a vendor and between the lines (`agreements` of the charter); the
    /// keys of units and systems stand in it in place of their ids.
    private void agree(Ids ids) {
        var text = charter.agreements().toString();
        for (var unit : ids.units().entrySet())
            text = text.replace("\"unit:" + unit.getKey() + "\"", "\"" + unit.getValue() + "\"");
        for (var system : ids.systems().entrySet())
            text = text.replace(
                    "\"system:" + system.getKey() + "\"",
                    "\"" + system.getValue().value() + "\"");
        settings.change(
                "sla.agreements",
                SettingScope.GLOBAL,
                JSON.readValue(text, Object.class),
                clock.instant(),
                "演示数据：与分公司、厂商和各线的约定");
        settings.change(
                "sla.escalation",
                SettingScope.GLOBAL,
                JSON.readValue(charter.escalation().toString(), Object.class),
                clock.instant(),
                "演示数据：超时通知运维经理");
    }

    private static boolean isAdministrator(Charter.Person person) {
        return Roles.ADMINISTRATORS.containsAll(person.roles());
    }

    private void as(String username, Ids ids, Runnable work) {
        var scope = directory.scopeOf(ids.person(username)).orElseThrow();
        Scope.as(scope, () -> {
            work.run();
            return true;
        });
    }

    private void found(Charter.OrgUnit unit, Ids ids) {
        var parent = unit.parent() == null ? null : ids.unit(unit.parent());
        var create = new CreateUnit(unit.name(), unit.kind(), parent);
        ids.units().put(unit.key(), parent == null ? Scope.asSystem(() -> units.create(create)) : units.create(create));
    }

    private void form(Charter.Group group, Ids ids) {
        ids.groups()
                .put(
                        group.key(),
                        groups.create(
                                new CreateGroup(group.name(), ids.unit(group.unit()), group.line(), group.track())));
    }

    private void employ(Charter.Person person, Ids ids) {
        var number = ids.people().size();
        var phone = "139%04d%04d".formatted(1000 + number * 37 % 9000, 2000 + number * 53 % 8000);
        var id = people.create(
                new CreatePerson(
                        person.username(),
                        person.name(),
                        phone,
                        person.username() + "@demo.hengwei.example",
                        ids.unit(person.unit()),
                        null),
                null);
        ids.people().put(person.username(), id);
        for (var grant : person.grants()) {
            var parts = grant.split("@");
            grants.grant(id, new Grant(parts[0], ids.unit(parts[1]), null, null));
        }
        person.groups().forEach(group -> groups.addMember(ids.group(group), id));
        accounts.set(
                id, person.signsIn() ? ofPerson(number) : new SetAccount(AccountClass.INTEGRATION, null, null, null));
    }

    private static SetAccount ofPerson(int number) {
        return new SetAccount(AccountClass.PERSON, "HW%05d".formatted(10_001 + number * 7), null, null);
    }

    private void register(Charter.BusinessSystem system, Ids ids) {
        ids.systems()
                .put(
                        system.code(),
                        systems.register(new SystemForm(
                                system.code(),
                                system.name(),
                                system.systemClass(),
                                system.hours(),
                                ids.unit(system.unit()),
                                ids.person(system.responsible()),
                                ids.group(system.group()),
                                system.description(),
                                true)));
    }
}
