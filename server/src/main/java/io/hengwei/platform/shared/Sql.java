package io.hengwei.platform.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list's query, put together from constant fragments; values are parameters. Rows are taken by keyset, counted up
/// to a cap, and the scope of the person is named as an ordinary indexed condition (row-level security is only the
/// net behind it).
///
/// ```java
/// Sql.select("c.id, c.number").from("record.record_card c")
///     .where("c.state = any(:state)", filter.state())
///     .inScope("incident:read", "c.unit", "c.requester")
///     .sortedBy(OPENED, DUE)
///     .slice(db, page, "c.id", Row.class);
/// ```
public final class Sql {
    private final Conditions conditions = new Conditions();
    private SelectText text;
    private List<Sort> sorts = List.of();

    private Sql(SelectText text) {
        this.text = text;
    }

    public static Sql select(String columns) {
        return new Sql(new SelectText(columns, "", "", "", ""));
    }

    /// The list's own table, and joins that narrow it or that conditions and sorts speak of.
    public Sql from(String table, String... joins) {
        var joined = joins.length == 0 ? "" : " " + String.join(" ", joins);
        text = new SelectText(text.columns(), table, joined, text.beside(), text.decoration());
        return this;
    }

    /// A join that always finds exactly one row, seen by whoever sees the first: sought and counted are with it only
    /// where conditions or the sort speak of it.
    public Sql beside(String join) {
        text = new SelectText(text.columns(), text.table(), text.joins(), " " + join, text.decoration());
        return this;
    }

    /// Joins that only decorate the rows found (names, labels): they are made after the limit, never before.
    public Sql decoratedBy(String joins) {
        text = new SelectText(text.columns(), text.table(), text.joins(), text.beside(), joins);
        return this;
    }

    /// Adds the condition when the value is there; its one parameter is named in the fragment.
    public Sql where(String condition, @Nullable Object value) {
        conditions.where(condition, value);
        return this;
    }

    /// As `where`, for a value that follows the clock: a cursor given a moment ago still belongs to the same list.
    public Sql moving(String condition, @Nullable Instant value) {
        conditions.moving(condition, value);
        return this;
    }

    /// Adds a condition without parameters.
    public Sql when(boolean wanted, String condition) {
        if (wanted) conditions.add(condition);
        return this;
    }

    /// Rows whose record carries all these tokens (record.record_tokens); nothing is asked when the text is empty.
    public Sql matching(String id, @Nullable Collection<String> tokens) {
        if (tokens != null && !tokens.isEmpty()) conditions.matching(id, tokens);
        return this;
    }

    /// The person's own scope as an indexed condition: the units the permission reaches, or own records where it
    /// reaches none.
    public Sql inScope(String permission, String unit, String requester) {
        var scope = Scope.current();
        var reach = scope.reach(permission);
        if (reach.everywhere()) return this;
        if (!scope.admits(permission)) return when(true, "false");
        if (reach.isNowhere()) return where(requester + " = :scopeMe", scope.me());
        return within(permission, unit);
    }

    /// As `inScope`, unless the other conditions ask for what concerns the person: that is seen wherever it is looked
    /// after.
    public Sql inScope(String permission, String unit, String requester, boolean own) {
        return own && Scope.current().admits(permission) ? this : inScope(permission, unit, requester);
    }

    /// As `inScope`, and besides what the person opened or is asked about, wherever that is looked after.
    ///
    /// @param id of the record
    /// @param own the other conditions ask for nothing else
    public Sql inScopeOrConcerning(String permission, String unit, String id, boolean own) {
        var scope = Scope.current();
        var reach = scope.reach(permission);
        if (reach.everywhere() || own && scope.admits(permission)) return this;
        if (!scope.admits(permission)) return when(true, "false");
        var concerning =
                id + " = any(array(select k.id from record.record_card k where k.requester = :scopeMe union all"
                        + " select k.id from record.record_card k where k.asked @> array[cast(:scopeMe as uuid)]))";
        if (reach.isNowhere()) return where(concerning, scope.me());
        var units = conditions.scopeUnits();
        conditions.give(units, reach.units());
        return where("(" + concerning + " or " + unit + " = any(:" + units + "))", scope.me());
    }

    /// Nothing but the units the permission reaches, whatever concerns the person.
    public Sql within(String permission, String unit) {
        var reach = Scope.current().reach(permission);
        if (reach.everywhere()) return this;
        return reach.isNowhere()
                ? when(true, "false")
                : where(unit + " = any(:" + conditions.scopeUnits() + ")", reach.units());
    }

    public Sql sortedBy(Sort... offered) {
        sorts = List.of(offered);
        return this;
    }

    public <R extends Record> Slice<R> slice(JdbcClient db, Page page, String id, Class<R> row) {
        var sort = sort(page);
        var hash = Cursor.hash(text.table(), sort, conditions.texts(), conditions.steady());
        var keyset = new Keyset(sort, id, page.after() == null ? null : Cursor.decode(page.after(), hash));
        var found = found(db, keyset, page.rows() + 1);
        var more = found.size() > page.rows();
        var places = more ? found.subList(0, page.rows()) : found;
        var next = more ? new Cursor(places.getLast().key(), places.getLast().id(), hash).encode() : null;
        var cap = conditions.cap();
        var count = page.after() != null ? null : more ? count(db, cap) : Integer.valueOf(places.size());
        return new Slice<>(
                rows(db, id, places, row),
                next,
                count == null ? null : Math.min(count, cap),
                count != null && count > cap);
    }

    private List<Keyset.Place> found(JdbcClient db, Keyset keyset, int limit) {
        return PlannedTemplate.planned(() -> db.sql(text.core(keyset, conditions.texts(), limit))
                .params(conditions.parameters())
                .params(keyset.parameters())
                .query(Keyset.Place::of)
                .list());
    }

    private <R extends Record> List<R> rows(JdbcClient db, String id, List<Keyset.Place> places, Class<R> row) {
        if (places.isEmpty()) return List.of();
        var ids = places.stream().map(Keyset.Place::id).toArray(UUID[]::new);
        var byId = new HashMap<UUID, R>();
        db.sql(text.shown(id))
                .param("_ids", ids)
                .query(Rows.keyed(row))
                .list()
                .forEach(found -> byId.put(found.id(), found.row()));
        return places.stream()
                .map(Keyset.Place::id)
                .filter(byId::containsKey)
                .map(byId::get)
                .toList();
    }

    private Integer count(JdbcClient db, int cap) {
        return PlannedTemplate.planned(() -> db.sql(text.count(conditions.texts(), cap))
                .params(conditions.parameters())
                .query(Integer.class)
                .single());
    }

    /// Every row up to a limit, one by one, for exports: nothing is held in memory.
    public <R extends Record> void stream(
            JdbcClient db, Page page, String id, int limit, Class<R> row, Consumer<R> each) {
        var statement = text.whole(new Keyset(sort(page), id, null), conditions.texts(), limit);
        try (var rows = PlannedTemplate.planned(() ->
                db.sql(statement).params(conditions.parameters()).withFetchSize(500).query(Rows.keyed(row)).stream())) {
            rows.map(Rows.Keyed::row).forEach(each);
        }
    }

    /// The conditions alone, for statistics over the same filter: `from … where …`.
    public String fromWhere() {
        return text.fromWhere(conditions.texts());
    }

    public Map<String, Object> parameters() {
        return conditions.parameters();
    }

    private Sort sort(Page page) {
        if (page.sort() == null || page.sort().isBlank()) return sorts.getFirst();
        var down = page.sort().startsWith("-");
        var name = down ? page.sort().substring(1) : page.sort();
        return sorts.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .map(s -> s.turned(down))
                .orElseThrow(() -> Refused.invalid("sort", name));
    }
}
