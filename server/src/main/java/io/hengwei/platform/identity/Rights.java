package io.hengwei.platform.identity;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody may do, how far, and why; and who may do a thing. (What a person may do as requester or handler of a
/// record comes with that record and needs no grant.)
@Service
@Transactional(readOnly = true)
public class Rights {
    private static final String READ = "person:read";

    private static final String HELD = """
        select g.person, g.id as grant, g.role, g.unit, lower(g.during) as from, upper(g.during) as until, g.granted_by, g.delegation, g.stands_in_for
        from identity.held_grant g""";

    private record Held(
            UserId person,
            UUID grant,
            String role,
            UnitId unit,
            @Nullable Instant from,
            @Nullable Instant until,
            UserId grantedBy,
            @Nullable UUID delegation,
            @Nullable UserId standsInFor) {
        boolean holds(Instant at) {
            return (from == null || !from.isAfter(at)) && (until == null || until.isAfter(at));
        }
    }

    private record Card(UserId id, UnitId unit, boolean active) {}

    /// Whence a right comes: a grant of one's own, one of somebody for whom the person stands in, or what everybody
    /// has in the own unit.
    ///
    /// @param grantedBy null when the program itself did, at the first start
    /// @param standsInFor whose grant it is, when it is not the person's own
    public record Source(
            String role,
            UnitRef unit,
            @Nullable UUID grant,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable PersonRef grantedBy,
            @Nullable PersonRef standsInFor) {}

    /// @param everywhere over the whole tree
    /// @param units the tops of the subtrees it reaches
    public record Right(String permission, boolean everywhere, List<UnitRef> units, List<Source> sources) {}

    public enum Why {
        GRANTED,
        PERSON_INACTIVE,
        NO_ROLE,
        OTHER_UNITS,
        NOT_YET,
        ENDED
    }

    /// @param sources what gives it; or, when the answer is no, what comes nearest
    /// @param roles that would give it
    public record Decision(boolean allowed, Why why, List<Source> sources, List<String> roles) {}

    public record Holder(PersonRef person, List<Source> sources) {}

    private final Directory directory;
    private final Roles roles;
    private final UnitTrees trees;
    private final JdbcClient db;
    private final Clock clock;

    Rights(Directory directory, Roles roles, UnitTrees trees, JdbcClient db, Clock clock) {
        this.directory = directory;
        this.roles = roles;
        this.trees = trees;
        this.db = db;
        this.clock = clock;
    }

    /// Everything the person may do now, by permission.
    public List<Right> of(UserId person) {
        var card = visible(person);
        var held = card.active()
                ? heldBy(person).stream().filter(g -> g.holds(clock.instant())).toList()
                : List.<Held>of();
        var words = words(held);
        var book = roles.current();
        var sources = new TreeMap<String, List<Source>>();
        if (card.active())
            book.of(Roles.USER).forEach(permission -> at(sources, permission).add(everybody(card.unit())));
        for (var grant : held)
            for (var permission : book.of(grant.role()))
                at(sources, permission).add(Objects.requireNonNull(words.get(grant)));
        var root = trees.current().root();
        return sources.entrySet().stream()
                .map(e -> new Right(
                        e.getKey(),
                        e.getValue().stream()
                                .anyMatch(s -> root != null
                                        && s.grant() != null
                                        && s.unit().id().equals(root.id())),
                        e.getValue().stream().map(Source::unit).distinct().toList(),
                        e.getValue()))
                .toList();
    }

    private static List<Source> at(Map<String, List<Source>> sources, String permission) {
        return sources.computeIfAbsent(permission, ignored -> new ArrayList<>());
    }

    /// Whether the person may do this in that unit, and why or why not.
    public Decision decide(UserId person, String permission, UnitId unit) {
        var card = visible(person);
        roles.requireKnown(permission);
        trees.current().get(unit);
        var book = roles.current();
        var giving = book.granting(permission);
        var would = giving.stream()
                .filter(role -> !role.equals(Roles.USER))
                .sorted()
                .toList();
        var all = heldBy(person).stream().filter(g -> giving.contains(g.role())).toList();
        if (!card.active()) return no(Why.PERSON_INACTIVE, List.of(), would);
        if (giving.contains(Roles.USER) && card.unit().equals(unit))
            return new Decision(true, Why.GRANTED, List.of(everybody(unit)), would);
        var above = new HashSet<>(trees.current().ancestors(unit));
        var here = all.stream().filter(g -> above.contains(g.unit())).toList();
        var now = here.stream().filter(g -> g.holds(clock.instant())).toList();
        if (!now.isEmpty()) return new Decision(true, Why.GRANTED, said(now), would);
        var later = here.stream()
                .filter(g -> g.from() != null && g.from().isAfter(clock.instant()))
                .toList();
        if (!later.isEmpty()) return no(Why.NOT_YET, later, would);
        if (!here.isEmpty()) return no(Why.ENDED, here, would);
        var elsewhere = all.stream().filter(g -> g.holds(clock.instant())).toList();
        return elsewhere.isEmpty() ? no(Why.NO_ROLE, List.of(), would) : no(Why.OTHER_UNITS, elsewhere, would);
    }

    private Decision no(Why why, List<Held> nearest, List<String> would) {
        return new Decision(false, why, said(nearest), would);
    }

    /// Who may do this in that unit now, for whoever may read people there.
    public List<Holder> holders(String permission, UnitId unit) {
        Scope.current().require(READ, unit);
        roles.requireKnown(permission);
        var held = db.sql(
                        HELD
                                + " join identity.person_card p on p.id = g.person and p.active where g.role = any(:roles) and g.unit = any(:units) and g.during @> cast(:at as timestamptz)")
                .param("roles", SqlValues.of(List.copyOf(roles.granting(permission))))
                .param("units", SqlValues.ids(trees.current().ancestors(unit)))
                .param("at", SqlValues.of(clock.instant()))
                .query(Rows.of(Held.class))
                .list();
        var words = words(held);
        var people = directory.people(held.stream().map(Held::person).toList());
        var holders = new LinkedHashMap<UserId, List<Source>>();
        for (var grant : held)
            holders.computeIfAbsent(grant.person(), ignored -> new ArrayList<>())
                    .add(Objects.requireNonNull(words.get(grant)));
        return holders.entrySet().stream()
                .map(e -> new Holder(Objects.requireNonNull(people.get(e.getKey())), e.getValue()))
                .sorted(java.util.Comparator.comparing(h -> h.person().name()))
                .toList();
    }

    /// The person, for whoever may read people there, and for the person.
    private Card visible(UserId person) {
        var card = db.sql("select id, unit, active from identity.person_card where id = ?")
                .param(person.value())
                .query(Rows.of(Card.class))
                .optional();
        return card.filter(c ->
                        person.equals(Scope.current().me()) || Scope.current().may(READ, c.unit()))
                .orElseThrow(() -> new NotFound(person));
    }

    private List<Held> heldBy(UserId person) {
        return db.sql(HELD + " where g.person = :person and not isempty(g.during) order by g.role, g.id, g.delegation")
                .param("person", person.value())
                .query(Rows.of(Held.class))
                .list();
    }

    private List<Source> said(List<Held> held) {
        var words = words(held);
        return held.stream()
                .map(grant -> Objects.requireNonNull(words.get(grant)))
                .toList();
    }

    private Map<Held, Source> words(Collection<Held> held) {
        var people = directory.people(held.stream()
                .flatMap(g -> Stream.of(Optional.of(g.grantedBy()), Optional.ofNullable(g.standsInFor())))
                .flatMap(Optional::stream)
                .toList());
        var words = new LinkedHashMap<Held, Source>();
        for (var g : held)
            words.put(
                    g,
                    new Source(
                            g.role(),
                            unit(g.unit()),
                            g.grant(),
                            g.from(),
                            g.until(),
                            people.get(g.grantedBy()),
                            g.standsInFor() == null ? null : people.get(g.standsInFor())));
        return words;
    }

    private Source everybody(UnitId unit) {
        return new Source(Roles.USER, unit(unit), null, null, null, null, null);
    }

    private UnitRef unit(UnitId id) {
        var recent = trees.recent().find(id);
        return new UnitRef(id, recent == null ? trees.current().get(id).name() : recent.name());
    }
}
