package io.hengwei.resource.vault;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.Holdings;
import io.hengwei.platform.identity.PersonRef;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The story of one entry, for whoever may see it: its versions, who read it and why, who holds and who knows it.
@Component
class VaultStories {
    /// @param kept whether the password of this version still lies in the safe
    record Version(
            int number,
            boolean made,
            Refs.@Nullable Person setBy,
            Instant setAt,
            @Nullable Instant supersededAt,
            @Nullable Instant destroyedAt,
            boolean kept) {}

    /// @param openedAt null when it was allowed but not looked at
    /// @param consent under which it was allowed; null where none was needed
    /// @param seconds who agreed; nobody, where the glass was broken
    record Reading(
            UUID id,
            int number,
            Refs.Person person,
            String reason,
            Instant at,
            Instant until,
            @Nullable Instant openedAt,
            @Nullable UUID consent,
            @Nullable String consentNumber,
            List<String> seconds) {}

    record Via(String role, String over, @Nullable Instant until) {}

    /// @param mayRead now, by a grant or as custodian
    /// @param knowsSince the present password; null for who does not know it
    record Holder(
            UUID id,
            String name,
            String unit,
            boolean mayRead,
            boolean custodian,
            List<Via> via,
            @Nullable Instant knowsSince) {}

    private static final Sort NEWEST = Sort.newest("at", "r.at");

    private final JdbcClient db;
    private final VaultSight sight;
    private final SecretEntries entries;
    private final Knowledge knowledge;
    private final Holdings holdings;
    private final Directory directory;

    VaultStories(
            JdbcClient db,
            VaultSight sight,
            SecretEntries entries,
            Knowledge knowledge,
            Holdings holdings,
            Directory directory) {
        this.db = db;
        this.sight = sight;
        this.entries = entries;
        this.knowledge = knowledge;
        this.holdings = holdings;
        this.directory = directory;
    }

    List<Version> versions(SecretEntryId id) {
        entries.get(id);
        return sight.seeing(() ->
                db.sql("""
                        select s.number, s.made, p.id as set_by_id, p.name as set_by_name, u.name as set_by_unit, s.set_at, s.superseded_at,
                            s.destroyed_at, s.sealed is not null as kept
                        from vault.secret s left join identity.person_card p on p.id = s.set_by left join identity.unit_card u on u.id = p.unit
                        where s.entry = ? order by s.number desc""").param(id.value()).query(Rows.of(Version.class)).list());
    }

    Slice<Reading> readings(SecretEntryId id, Page page) {
        entries.get(id);
        return sight.seeing(() -> Sql.select("""
            r.id, r.number, p.id as person_id, p.name as person_name, u.name as person_unit, r.reason, r.at, r.until, r.opened_at, r.consent, r.consent_number,
            array(select q.name from identity.person_card q where q.id = any(r.seconds) order by q.name) as seconds""")
                .from("vault.reveal r")
                .decoratedBy(
                        "join identity.person_card p on p.id = r.person join identity.unit_card u on u.id = p.unit")
                .where("r.entry = :entry", id.value())
                .sortedBy(NEWEST)
                .slice(db, page, "r.id", Reading.class));
    }

    /// Who may read it now and by which grant, and who knows it, whether or not he may still read it.
    List<Holder> holders(SecretEntryId id) {
        var entry = entries.get(id);
        var knowers = sight.seeing(() -> knowledge.of(id)).stream()
                .collect(Collectors.toMap(Knowledge.Knower::person, knower -> knower));
        var grants = new LinkedHashMap<UserId, List<Via>>();
        for (var holding : holdings.of(VaultSight.REVEAL, entry.unit()))
            grants.computeIfAbsent(holding.person().id(), ignored -> new ArrayList<>())
                    .add(new Via(holding.role(), holding.over(), holding.until()));
        grants.putIfAbsent(entry.custodian(), List.of());
        knowers.keySet().forEach(person -> grants.putIfAbsent(person, List.of()));
        var people = directory.people(grants.keySet());
        var kept = isKeptBy(entry.custodian());
        return grants.entrySet().stream()
                .flatMap(grant -> Optional.ofNullable(people.get(grant.getKey()))
                        .map(person -> holder(entry, person, grant.getValue(), knowers, kept))
                        .stream())
                .toList();
    }

    private boolean isKeptBy(UserId person) {
        return directory
                .scopeOf(person)
                .filter(it -> it.maySomewhere(VaultSight.OWN))
                .isPresent();
    }

    private static Holder holder(
            SecretEntry entry, PersonRef person, List<Via> via, Map<UserId, Knowledge.Knower> knowers, boolean kept) {
        var knower = knowers.get(person.id());
        var custodian = entry.custodian().equals(person.id());
        return new Holder(
                person.id().value(),
                person.name(),
                person.unit(),
                custodian && kept || !via.isEmpty(),
                custodian,
                via,
                knower == null ? null : knower.since());
    }

    /// What the person who asks may do with it now.
    List<String> actions(SecretEntryId id) {
        var entry = entries.get(id);
        var scope = Scope.current();
        if (entry.retiredAt() != null) return entry.may(scope, VaultSight.REVEAL) ? List.of("REVEAL") : List.of();
        var actions = new ArrayList<String>();
        if (entry.may(scope, VaultSight.REVEAL)) actions.add("REVEAL");
        if (entry.mayBeRenewedBy(scope)) actions.add("RENEW");
        if (scope.may(VaultSight.MANAGE, entry.unit())) actions.addAll(List.of("REVISE", "RETIRE"));
        return actions;
    }
}
