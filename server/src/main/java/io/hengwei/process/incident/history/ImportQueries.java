package io.hengwei.process.incident.history;

import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads imports and what they refused.
@Component
@Transactional(readOnly = true)
class ImportQueries {
    record Counts(long created, long unchanged, long updated, long rejected) {}

    /// @param rowsRead of the file; while it is being written, those whose records are done
    /// @param totalRows estimated until the file has been read once
    /// @param events new ones, written or (in a preview) that would be
    record View(
            UUID id,
            String fileName,
            String mapping,
            String source,
            ImportState state,
            boolean preview,
            long rowsRead,
            @Nullable Long totalRows,
            Counts records,
            long events,
            Instant startedAt,
            double ratePerSecond,
            @Nullable String error,
            Refs.@Nullable Unit unit,
            Refs.@Nullable Person by) {}

    record Rejection(long line, String reason, String text) {}

    private record Row(
            UUID id,
            String fileName,
            String mapping,
            String source,
            ImportState state,
            boolean writes,
            long rowsRead,
            @Nullable Long rowsExpected,
            @Nullable Long totalRows,
            long rowsMatched,
            long created,
            long unchanged,
            long updated,
            long rejected,
            long events,
            Instant startedAt,
            Instant begunAt,
            Instant movedAt,
            @Nullable String error,
            Refs.@Nullable Unit unit,
            Refs.@Nullable Person by) {}

    private record Stored(UUID id, long line, String reason, String detail, String original) {}

    private static final Sort NEWEST = new Sort("startedAt", "h.id", "uuid", true);
    private static final String COLUMNS = """
            h.id, h.file_name, h.mapping ->> 'id' as mapping, h.mapping ->> 'source' as source, h.state, h.writes, h.rows_read, h.rows_expected, h.total_rows, h.rows_matched, h.created, h.unchanged,
            h.updated, h.rejected, h.events, h.started_at, h.begun_at, h.moved_at, h.error, u.id as unit_id, u.name as unit_name, p.id as by_id, p.name as by_name,
            pu.name as by_unit""";
    private static final String NAMES = """
            left join identity.unit_card u on u.id = h.unit left join identity.person_card p on p.id = h.started_by
            left join identity.unit_card pu on pu.id = p.unit""";

    private final JdbcClient db;
    private final MessageSource messages;

    ImportQueries(JdbcClient db, MessageSource messages) {
        this.db = db;
        this.messages = messages;
    }

    Slice<View> list(Page page, Locale locale) {
        Scope.current().require(Mappings.PERMISSION);
        return query().slice(db, new Page(null, page.after(), page.size()), "h.id", Row.class)
                .map(row -> view(row, locale));
    }

    View one(UUID id, Locale locale) {
        var found = query().where("h.id = :id", id)
                .slice(db, Page.FIRST, "h.id", Row.class)
                .rows();
        if (found.isEmpty()) throw new NotFound(id);
        return view(found.getFirst(), locale);
    }

    private static Sql query() {
        return Sql.select(COLUMNS)
                .from("incident.history_import h")
                .decoratedBy(NAMES)
                .inScope(Mappings.PERMISSION, "h.unit", "h.started_by")
                .sortedBy(NEWEST);
    }

    Slice<Rejection> rejections(UUID id, @Nullable Long after, int size, Locale locale) {
        var rejected = one(id, locale).records().rejected();
        List<Rejection> rows;
        try (var read = read(id, after == null ? -1 : after, size + 1, locale)) {
            rows = read.toList();
        }
        var shown = rows.size() > size ? rows.subList(0, size) : rows;
        return new Slice<>(
                shown,
                rows.size() > size ? String.valueOf(shown.getLast().line()) : null,
                (int) Math.min(rejected, Integer.MAX_VALUE),
                false);
    }

    void stream(UUID id, int limit, Locale locale, Consumer<Rejection> each) {
        one(id, locale);
        try (var read = read(id, -1, limit, locale)) {
            read.forEach(each);
        }
    }

    private Stream<Rejection> read(UUID id, long after, int limit, Locale locale) {
        return db
                .sql("""
                select line, reason, detail, original from incident.history_rejection where import = ? and line > ? order by line limit ?""")
                .param(id)
                .param(after)
                .param(limit)
                .query((row, ignored) -> new Rejection(
                        row.getLong(1),
                        said("import.rejected." + row.getString(2), row.getString(3), locale),
                        row.getString(4)))
                .stream();
    }

    private View view(Row row, Locale locale) {
        var written = row.rowsMatched() + row.rejected();
        var rows = row.writes() && row.totalRows() != null ? Math.min(written, row.totalRows()) : row.rowsRead();
        var counts = new Counts(row.created(), row.unchanged(), row.updated(), row.rejected());
        return new View(
                row.id(),
                row.fileName(),
                row.mapping(),
                row.source(),
                row.state(),
                !row.writes(),
                rows,
                row.totalRows() == null ? row.rowsExpected() : row.totalRows(),
                counts,
                row.events(),
                row.startedAt(),
                rate(row, rows),
                error(row.error(), locale),
                row.unit(),
                row.by());
    }

    private static double rate(Row row, long rows) {
        var seconds = Duration.between(row.begunAt(), row.movedAt()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : Math.round(rows / seconds);
    }

    private @Nullable String error(@Nullable String stored, Locale locale) {
        if (stored == null) return null;
        var parts = stored.split("\n", 2);
        return said("import.unreadable." + parts[0], parts.length == 1 ? "" : parts[1], locale);
    }

    private String said(String key, String detail, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, new Object[] {detail}, key + " " + detail, locale));
    }
}
