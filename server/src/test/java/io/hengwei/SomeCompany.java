package io.hengwei;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Units, people, groups and bare record cards of a test's own, made straight in the tables: for tests of modules that
/// only refer to them.
public final class SomeCompany {
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    public SomeCompany(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /// A branch below the one headquarters there is.
    public UnitId branch() {
        var id = Ids.next();
        make(
                "insert into identity.unit_card (id, name, kind, parent) values (?, ?, 'BRANCH', ?)",
                id,
                "Branch " + id,
                headquarters());
        return new UnitId(id);
    }

    public UserId person(UnitId unit, String name) {
        return person(unit, name, null, null);
    }

    public UserId person(UnitId unit, String name, @Nullable String email, @Nullable String language) {
        var id = Ids.next();
        make("insert into identity.person_card (id, name, unit) values (?, ?, ?)", id, name, unit.value());
        make("insert into identity.person (id, email, language) values (?, ?, ?)", id, email, language);
        return new UserId(id);
    }

    public GroupId group(UnitId unit, UserId... members) {
        var id = Ids.next();
        make(
                "insert into identity.group_card (id, name, unit, line) values (?, ?, ?, 1)",
                id,
                "Group " + id,
                unit.value());
        for (var member : members) {
            make(
                    "insert into identity.group_member (maintenance_group, person, since) values (?, ?, now())",
                    id,
                    member.value());
        }
        return new GroupId(id);
    }

    /// An incident's card without the incident.
    public RecordId card(
            String title, UnitId unit, @Nullable UserId requester, @Nullable GroupId group, @Nullable UserId assignee) {
        var id = Ids.next();
        make(
                """
                insert into record.record_card (id, kind, number, title, state, phase, turn, unit, requester, assignment_group, assignee, opened_at, updated_at, version)
                values (?, 'INCIDENT', ?, ?, 'INVESTIGATING', 'OPEN', 'HANDLER', ?, ?, ?, ?, now(), now(), 1)""",
                id,
                "TST" + id.toString().substring(24),
                title,
                unit.value(),
                value(requester),
                group == null ? null : group.value(),
                value(assignee));
        return new RecordId(id);
    }

    public void make(String sql, @Nullable Object... parameters) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored ->
                db.sql(sql).params(java.util.Arrays.asList(parameters)).update()));
    }

    /// As this person, with these permissions in one unit.
    public static <T> T as(UserId person, UnitId unit, Set<GroupId> groups, Supplier<T> work, String... permissions) {
        var reach = new Reach(false, Set.of(unit));
        var held = Stream.of(permissions).collect(Collectors.toMap(p -> p, ignored -> reach));
        return Scope.as(
                new Scope(person, Sight.of(permissions.length == 0 ? Reach.NOWHERE : reach), groups, Map.copyOf(held)),
                work);
    }

    public static <T> T as(UserId person, UnitId unit, Supplier<T> work, String... permissions) {
        return as(person, unit, Set.of(), work, permissions);
    }

    private UUID headquarters() {
        make(
                "insert into identity.unit_card (id, name, kind) values (?, 'Headquarters', 'HEADQUARTERS') on conflict do nothing",
                Ids.next());
        return db.sql("select id from identity.unit_card where parent is null")
                .query(UUID.class)
                .single();
    }

    private static @Nullable UUID value(@Nullable UserId id) {
        return id == null ? null : id.value();
    }
}
