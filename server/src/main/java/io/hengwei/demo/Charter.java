package io.hengwei.demo;

import io.hengwei.platform.identity.Track;
import io.hengwei.platform.identity.Unit;
import io.hengwei.resource.cmdb.SystemClass;
import io.hengwei.resource.vault.SecretKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the demo company consists of (`demo/company.json`). Names in lower case are keys within the charter.
record Charter(
        List<OrgUnit> units,
        List<Group> groups,
        List<Person> people,
        List<BusinessSystem> systems,
        List<Secret> secrets,
        JsonNode agreements,
        JsonNode escalation) {
    record OrgUnit(
            String key,
            String name,
            Unit.Kind kind,
            @Nullable String parent) {}

    record Group(
            String key,
            String name,
            String unit,
            int line,
            @Nullable Track track) {}

    /// @param grants `ROLE@unit`
    /// @param account whether somebody who tries the product may sign in as this person
    record Person(
            String username,
            String name,
            String unit,
            List<String> grants,
            List<String> groups,
            @Nullable Boolean account,
            @Nullable Boolean tokenOnly) {
        boolean hasAccount() {
            return Boolean.TRUE.equals(account);
        }

        boolean signsIn() {
            return !Boolean.TRUE.equals(tokenOnly);
        }

        List<String> roles() {
            return grants.isEmpty()
                    ? List.of("USER")
                    : grants.stream().map(grant -> grant.split("@")[0]).toList();
        }
    }

    record BusinessSystem(
            String code,
            String name,
            SystemClass systemClass,
            String hours,
            String unit,
            String responsible,
            String group,
            String description) {}

    /// @param age days ago it was filed
    /// @param read why its custodian has read it since
    record Secret(
            String name,
            SecretKind kind,
            String account,
            String system,
            String unit,
            String custodian,
            @Nullable Integer renewDays,
            int age,
            String rule,
            @Nullable String read) {}

    Person person(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /// People without any role: they report, wait and confirm.
    List<Person> users(String branch) {
        return people.stream()
                .filter(p -> p.grants().isEmpty() && branch(p.unit()).equals(branch))
                .toList();
    }

    List<String> members(String group) {
        return people.stream()
                .filter(person -> person.groups().contains(group))
                .map(Person::username)
                .toList();
    }

    /// `east` of `east-mkt`.
    static String branch(String unit) {
        return unit.split("-")[0];
    }
}
