package io.hengwei.platform.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list's query, put together from constant fragments; values are parameters. A condition whose value is absent
/// disappears. Rows are taken by keyset, counted up to a cap (lower where words are searched: a hit costs more to
/// find),
/// and the scope of the person is named as an ordinary indexed condition (row-level security is only the net behind
/// it).
///
/// ```java
/// Sql.select("c.id, c.number").from("record.record_card c")
///     .where("c.state = any(:state)", filter.state())
///     .inScope("incident:read", "c.unit", "c.requester")
///     .sortedBy(OPENED, DUE)
///     .slice(db, page, "c.id", Row.class);
/// ```
public final class Sql {
    static final int COUNT_CAP = 1_000;
    static final int FOUND_CAP = 200;

    private final String columns;
    private String table = "";
    private String joins = "";
    private String beside = "";
    private String decoration = "";
    private @Nullable String matched;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Set<String> moving = new HashSet<>();
    private List<Sort> sorts = List.of();

    private Sql(String columns) {
        this.columns = columns;
    }

    public static Sql select(String columns) {
        return new Sql(columns);
    }

    /// The list's own table, and joins that narrow it or that conditions and sorts speak of.
    public Sql from(String table, String... joins) {
        this.table = table;
        this.joins = joins.length == 0 ? "" : " " + String.join(" ", joins);
        return this;
    }

    /// A join that always finds exactly one row, seen by whoever sees the first: sought and counted are with it only
    /// where conditions or the sort speak of it.
    public Sql beside(String join) {
        beside = " " + join;
        return this;
    }

    /// Joins that only decorate the rows found (names, labels): they are made after the limit, never before.
    public Sql decoratedBy(String joins) {
        decoration = joins;
        return this;
    }

    /// Adds the condition when the value is there; its one parameter is named in the fragment. Collections become
    /// arrays,
    /// and `= any(one)` becomes `= one`: only then does an index deliver its rows in the order of the sort.
    public Sql where(String condition, @Nullable Object given) {
        var value = given instanceof Collection<?> c
                ? c.stream().filter(Objects::nonNull).toList()
                : given;
        if (value == null
                || value instanceof Collection<?> c && c.isEmpty()
                || value instanceof String s && s.isBlank()) return this;
        var name = condition.replaceAll("(?s).*?(?<!:):([a-zA-Z]\\w*).*", "$1");
        var one = value instanceof Collection<?> c && c.size() == 1 && condition.contains("= any(:" + name + ")");
        conditions.add(one ? condition.replace("= any(:" + name + ")", "= :" + name) : condition);
        parameters.put(
                name, SqlValues.of(one ? ((Collection<?>) value).iterator().next() : value));
        return this;
    }

    /// As `where`, for a value that follows the clock: a cursor given a moment ago still belongs to the same list.
    public Sql moving(String condition, @Nullable Instant value) {
        var known = Set.copyOf(parameters.keySet());
        where(condition, value);
        parameters.keySet().stream().filter(name -> !known.contains(name)).forEach(moving::add);
        return this;
    }

    private Map<String, Object> steady() {
        var steady = new LinkedHashMap<>(parameters);
        steady.keySet().removeAll(moving);
        return steady;
    }

    /// Adds a condition without parameters.
    public Sql when(boolean wanted, String condition) {
        if (wanted) conditions.add(condition);
        return this;
    }

    /// Rows whose record carries all these tokens (record.record_tokens); nothing is asked when the text is empty.
    public Sql matching(String id, @Nullable Collection<String> tokens) {
        if (tokens == null || tokens.isEmpty()) return this;
        matched = id;
        parameters.put("tokens", SqlValues.of(tokens));
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

    /// Nothing but the units the permission reaches, whatever concerns the person.
    public Sql within(String permission, String unit) {
        var reach = Scope.current().reach(permission);
        if (reach.everywhere()) return this;
        return reach.isNowhere()
                ? when(true, "false")
                : where(unit + " = any(:scopeUnits" + parameters.size() + ")", reach.units());
    }

    /// Tokens carry their record's unit, so words are sought among the person's own units only.
    private List<String> conditions() {
        if (matched == null) return conditions;
        var units = conditions.stream()
                .filter(c -> c.matches(".*:scopeUnits\\d+\\)?"))
                .findFirst();
        var own = units.map(c -> " and t.unit" + c.substring(c.indexOf(" = "))).orElse("");
        var all = new ArrayList<>(conditions);
        all.add("exists (select 1 from record.record_tokens t where t.record = " + matched
                + " and t.tokens @> cast(:tokens as text[])" + own + ")");
        return all;
    }

    private int cap() {
        return matched == null ? COUNT_CAP : FOUND_CAP;
    }

    public Sql sortedBy(Sort... offered) {
        sorts = List.of(offered);
        return this;
    }

    public <R extends Record> Slice<R> slice(JdbcClient db, Page page, String id, Class<R> row) {
        var sort = sort(page);
        var hash = Cursor.hash(sort, conditions(), steady());
        var keyset = new Keyset(sort, id, page.after() == null ? null : Cursor.decode(page.after(), hash));
        var found = PlannedTemplate.planned(() -> db.sql(core(keyset, page.rows() + 1))
                .params(parameters)
                .params(keyset.parameters())
                .query(Keyset.Place::of)
                .list());
        var more = found.size() > page.rows();
        var places = more ? found.subList(0, page.rows()) : found;
        var next = more ? new Cursor(places.getLast().key(), places.getLast().id(), hash).encode() : null;
        var count = page.after() == null ? count(db, more ? null : places.size()) : null;
        return new Slice<>(
                rows(db, id, places, row),
                next,
                count == null ? null : Math.min(count, cap()),
                count != null && count > cap());
    }

    /// What the rows show: the same statement for every filter and page, so its many joins are planned once for a
    /// connection.
    private <R extends Record> List<R> rows(JdbcClient db, String id, List<Keyset.Place> places, Class<R> row) {
        if (places.isEmpty()) return List.of();
        var sql = "select " + id + " as _id, null as _key, " + columns + " from " + table + joins + beside + " "
                + decoration + " where " + id + " = any(:_ids)";
        var ids = places.stream().map(Keyset.Place::id).toArray(UUID[]::new);
        var byId = new HashMap<UUID, R>();
        db.sql(sql)
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

    /// Every row up to a limit, one by one, for exports: nothing is held in memory.
    public <R extends Record> void stream(
            JdbcClient db, Page page, String id, int limit, Class<R> row, Consumer<R> each) {
        var statement = statement(new Keyset(sort(page), id, null), limit);
        try (var rows = PlannedTemplate.planned(
                () -> db.sql(statement).params(parameters).withFetchSize(500).query(Rows.keyed(row)).stream())) {
            rows.map(Rows.Keyed::row).forEach(each);
        }
    }

    /// The conditions alone, for statistics over the same filter: `from … where …`.
    public String fromWhere() {
        return " from " + table + joins + beside + whereClause(conditions());
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    private Integer count(JdbcClient db, @Nullable Integer known) {
        if (known != null) return known;
        var where = whereClause(conditions());
        var sql = "select count(*) from (select 1" + from(where) + " limit " + (cap() + 1) + ") counted";
        return PlannedTemplate.planned(
                () -> db.sql(sql).params(parameters).query(Integer.class).single());
    }

    private String statement(Keyset keyset, int limit) {
        return "select _id, _key, " + columns + " from (" + core(keyset, limit) + ") _found join " + table + " on "
                + keyset.id() + " = _found._id" + joins + beside + " " + decoration + " order by _found._sort "
                + keyset.direction() + ", _found._id " + keyset.direction();
    }

    private String core(Keyset keyset, int limit) {
        var all = new ArrayList<>(conditions());
        if (keyset.after() != null) all.add(keyset.condition());
        var rest = whereClause(all) + keyset.order();
        return "select " + keyset.id() + " as _id, " + keyset.sort().expression() + " as _sort, "
                + keyset.sort().expression() + "::text as _key" + from(rest) + " limit " + limit;
    }

    private String from(String rest) {
        var alias = beside.replaceFirst("^ join \\S+ (\\w+) .*", "$1.");
        var spoken = !beside.isEmpty() && rest.matches("(?s).*\\b" + alias.replace(".", "\\.") + ".*");
        return " from " + table + joins + (spoken ? beside : "") + rest;
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

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
