package io.hengwei.platform.search;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.Readable;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SearchQueries {
    record Row(
            RecordId id,
            String kind,
            String number,
            String title,
            String state,
            Phase phase,
            Refs.Unit unit,
            Instant openedAt) {}

    private static final Sort NEWEST = Sort.newest("openedAt", "c.opened_at");
    private static final Sort NUMBER = Sort.text("number", "c.number");
    private static final String COLUMNS =
            "c.id, c.kind, c.number, c.title, c.state, c.phase, u.id as unit_id, u.name as unit_name, c.opened_at";

    private final JdbcClient db;
    private final RecordCards cards;
    private final RecordTypes types;

    SearchQueries(JdbcClient db, RecordCards cards, RecordTypes types) {
        this.db = db;
        this.cards = cards;
        this.types = types;
    }

    /// By number first, then by words, newest first; only what the person may see.
    List<Row> records(String typed, int size) {
        var found = new LinkedHashMap<RecordId, Row>();
        byNumber(typed, size).forEach(row -> found.putIfAbsent(row.id(), row));
        if (found.size() < size) byWords(typed, size).forEach(row -> found.putIfAbsent(row.id(), row));
        return visible(found, size);
    }

    /// Row-level security lets through what the person may read of any kind; the kind's own permission is asked of the
    /// cards.
    private List<Row> visible(Map<RecordId, Row> found, int size) {
        var seen = cards.all(found.keySet()).stream()
                .filter(RecordCard::isVisible)
                .map(RecordCard::id)
                .collect(Collectors.toSet());
        return found.values().stream()
                .filter(row -> seen.contains(row.id()))
                .limit(size)
                .toList();
    }

    private List<Row> byNumber(String typed, int size) {
        var number = typed.toUpperCase(Locale.ROOT);
        if (!number.matches("[A-Z]{2,5}[0-9]{1,12}")) return List.of();
        return run(
                base().where("c.number >= :from", number)
                        .where("c.number < :until", following(number))
                        .sortedBy(NUMBER),
                size);
    }

    /// In the units the person looks after, and among the person's own: each part has an index of its own.
    private List<Row> byWords(String typed, int size) {
        var tokens = SearchQuery.of(typed).required();
        if (tokens.isEmpty()) return List.of();
        var scope = Scope.current();
        var readable = types.readable();
        var all = new ArrayList<Row>();
        for (var part : readable) all.addAll(run(within(part, words(tokens)), size));
        if (readable.stream()
                .anyMatch(part -> part.kinds() == null && part.reach().everywhere())) return all;
        all.addAll(run(words(tokens).where("c.requester = :me", scope.me()), size));
        all.addAll(run(words(tokens).where("c.assignee = :me", scope.me()), size));
        if (!scope.groups().isEmpty())
            all.addAll(run(words(tokens).where("c.assignment_group = any(:groups)", scope.groups()), size));
        return all.stream()
                .sorted(Comparator.comparing(Row::openedAt).reversed())
                .toList();
    }

    private static Sql within(Readable part, Sql sql) {
        var condition = part.condition("c", "units");
        return part.reach().everywhere()
                ? sql.when(true, condition)
                : sql.where(condition, part.reach().units());
    }

    private static Sql words(java.util.Set<String> tokens) {
        return base().matching("c.id", tokens).sortedBy(NEWEST);
    }

    private static Sql base() {
        return Sql.select(COLUMNS)
                .from("record.record_card c")
                .decoratedBy("join identity.unit_card u on u.id = c.unit");
    }

    private List<Row> run(Sql sql, int size) {
        var rows = new ArrayList<Row>();
        sql.stream(db, Page.FIRST, "c.id", size, Row.class, rows::add);
        return rows;
    }

    List<Refs.Person> people(String typed, int size) {
        return db.sql("""
            select p.id, p.name, u.name as unit from identity.person_card p join identity.unit_card u on u.id = p.unit
            where p.active and p.name ilike :like order by p.name not ilike :start, p.name collate "zh-Hans-CN-x-icu", p.id limit :size""")
                .param("like", "%" + Like.beginning(typed))
                .param("start", Like.beginning(typed))
                .param("size", size)
                .query(Rows.of(Refs.Person.class))
                .list();
    }

    List<Refs.System> systems(String typed, int size) {
        return db.sql("""
            select s.id, s.name, s.system_class from cmdb.system_card s
            where s.active and (s.name ilike :like or s.code ilike :like) order by s.name not ilike :start, s.name collate "zh-Hans-CN-x-icu", s.id limit :size""")
                .param("like", "%" + Like.beginning(typed))
                .param("start", Like.beginning(typed))
                .param("size", size)
                .query(Rows.of(Refs.System.class))
                .list();
    }

    /// The first text after all those that begin so.
    private static String following(String prefix) {
        var last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }
}
