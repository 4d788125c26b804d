package io.hengwei.platform.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list's query, put together from constant fragments; values are parameters. A condition whose value is absent
/// disappears. Rows are taken by keyset, counted up to a cap, and the scope of the person is named as an ordinary
/// indexed condition (row-level security is only the net behind it).
///
/// ```java
/// Sql.select("c.id, c.number").from("record.record_card c")
///     .where("c.state = any(:state)", filter.state())
///     .inScope("incident:read", "c.unit", "c.requester")
///     .sortedBy(OPENED, DUE)
///     .slice(db, page, "c.id", Row.class);
/// ```
public final class Sql {
    static final int COUNT_CAP = 10_000;

    private final String columns;
    private String table = "";
    private String joins = "";
    private String decoration = "";
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private List<Sort> sorts = List.of();

    private Sql(String columns) {
        this.columns = columns;
    }

    public static Sql select(String columns) {
        return new Sql(columns);
    }

    /// The list's own table, and joins that conditions and sorts speak of.
    public Sql from(String table, String... joins) {
        this.table = table;
        this.joins = joins.length == 0 ? "" : " " + String.join(" ", joins);
        return this;
    }

    /// Joins that only decorate the rows found (names, labels): they are made after the limit, never before.
    public Sql decoratedBy(String joins) {
        decoration = joins;
        return this;
    }

    /// Adds the condition when the value is there; its one parameter is named in the fragment. Collections become arrays.
    public Sql where(String condition, @Nullable Object value) {
        if (value == null || value instanceof Collection<?> c && c.isEmpty() || value instanceof String s && s.isBlank()) return this;
        var name = condition.replaceAll("(?s).*?(?<!:):([a-zA-Z]\\w*).*", "$1");
        conditions.add(condition);
        parameters.put(name, SqlValues.of(value));
        return this;
    }

    /// Adds a condition without parameters.
    public Sql when(boolean wanted, String condition) {
        if (wanted) conditions.add(condition);
        return this;
    }

    /// Rows whose record carries all these tokens (record.record_tokens); nothing is asked when the text is empty.
    public Sql matching(String id, @Nullable Collection<String> tokens) {
        return where("exists (select 1 from record.record_tokens t where t.record = " + id + " and t.tokens @> cast(:tokens as text[]))", tokens);
    }

    /// The person's own scope as an indexed condition: the units the permission reaches, or own records where it reaches none.
    public Sql inScope(String permission, String unit, String requester) {
        var scope = Scope.current();
        var reach = scope.reach(permission);
        if (reach.everywhere()) return this;
        if (!scope.admits(permission)) return when(true, "false");
        if (reach.isNowhere()) return where(requester + " = :scopeMe", scope.me());
        return where(unit + " = any(:scopeUnits)", reach.units());
    }

    public Sql sortedBy(Sort... offered) {
        sorts = List.of(offered);
        return this;
    }

    public <R extends Record> Slice<R> slice(JdbcClient db, Page page, String id, Class<R> row) {
        var sort = sort(page);
        var hash = Objects.hash(sort.name(), sort.descending(), conditions, comparable(parameters));
        var keyset = new Keyset(sort, id, page.after() == null ? null : Cursor.decode(page.after(), hash));
        var found = run(db, statement(keyset, page.rows() + 1), keyset.parameters(), Rows.keyed(row));
        var more = found.size() > page.rows();
        var rows = more ? found.subList(0, page.rows()) : found;
        var next = more ? new Cursor(rows.getLast().key(), rows.getLast().id(), hash).encode() : null;
        var count = page.after() == null ? count(db, more ? null : rows.size()) : null;
        return new Slice<>(rows.stream().map(Rows.Keyed::row).toList(), next,
                count == null ? null : Math.min(count, COUNT_CAP), count != null && count > COUNT_CAP);
    }

    /// Every row up to a limit, one by one, for exports: nothing is held in memory.
    public <R extends Record> void stream(JdbcClient db, Page page, String id, int limit, Class<R> row, Consumer<R> each) {
        var statement = statement(new Keyset(sort(page), id, null), limit);
        try (var rows = db.sql(statement).params(parameters).withFetchSize(500).query(Rows.keyed(row)).stream()) {
            rows.map(Rows.Keyed::row).forEach(each);
        }
    }

    /// The conditions alone, for statistics over the same filter: `from … where …`.
    public String fromWhere() {
        return " from " + table + joins + whereClause(conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    private Integer count(JdbcClient db, @Nullable Integer known) {
        if (known != null) return known;
        var sql = "select count(*) from (select 1" + fromWhere() + " limit " + (COUNT_CAP + 1) + ") counted";
        return db.sql(sql).params(parameters).query(Integer.class).single();
    }

    private String statement(Keyset keyset, int limit) {
        var all = new ArrayList<>(conditions);
        if (keyset.after() != null) all.add(keyset.condition());
        var core = "select " + keyset.id() + " as _id, " + keyset.sort().expression() + " as _sort, " + keyset.sort().expression()
                + "::text as _key" + " from " + table + joins + whereClause(all) + keyset.order() + " limit " + limit;
        return "select _id, _key, " + columns + " from (" + core + ") _found join " + table + " on " + keyset.id() + " = _found._id"
                + joins + " " + decoration + " order by _found._sort " + keyset.direction() + ", _found._id " + keyset.direction();
    }

    private <T> List<T> run(JdbcClient db, String sql, Map<String, Object> more, org.springframework.jdbc.core.RowMapper<T> mapper) {
        return db.sql(sql).params(parameters).params(more).query(mapper).list();
    }

    private Sort sort(Page page) {
        if (page.sort() == null || page.sort().isBlank()) return sorts.getFirst();
        var down = page.sort().startsWith("-");
        var name = down ? page.sort().substring(1) : page.sort();
        return sorts.stream().filter(s -> s.name().equals(name)).findFirst().map(s -> s.turned(down))
                .orElseThrow(() -> Refused.invalid("sort", name));
    }

    /// The parameters so that the same filter has the same hash on every node: arrays by content, whatever their order.
    private static Map<String, Object> comparable(Map<String, Object> parameters) {
        var comparable = new TreeMap<>(parameters);
        comparable.replaceAll((_, value) -> value instanceof Object[] many ? Arrays.stream(many).map(String::valueOf).sorted().toList() : value.toString());
        return comparable;
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private record Keyset(Sort sort, String id, @Nullable Cursor after) {
        String direction() {
            return sort.descending() ? "desc" : "asc";
        }

        String order() {
            return " order by " + sort.expression() + " " + direction() + ", " + id + " " + direction();
        }

        String condition() {
            return "(" + sort.expression() + ", " + id + ") " + (sort.descending() ? "<" : ">") + " (cast(:cursorKey as " + sort.type() + "), :cursorId)";
        }

        Map<String, Object> parameters() {
            return after == null ? Map.of() : Map.of("cursorKey", String.valueOf(after.key()), "cursorId", after.id());
        }
    }
}
