package io.hengwei.governance.report;

import io.hengwei.governance.report.Statistics.Day;
import io.hengwei.governance.report.Statistics.Part;
import io.hengwei.governance.report.Statistics.Top;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The database's answer as figures.
record Figures(JsonNode totals, JsonNode spread, JsonNode parts, JsonNode opened, JsonNode resolved) {
    private static final int TOP = 10;

    Statistics statistics() {
        var total = count("total");
        var known = count("resolved");
        var met = count("met");
        var missed = count("missed");
        return new Statistics(
                total,
                count("events"),
                new Statistics.Met(met, missed, total - met - missed, share(met, met + missed)),
                new Statistics.FirstLine(count("first_line"), share(count("first_line"), known)),
                new Statistics.Reassigned(
                        count("never_reassigned"),
                        share(count("never_reassigned"), total),
                        number(totals.path("mean_reassigned")),
                        count("most_reassigned")),
                new Statistics.Reopened(count("reopened"), share(count("reopened"), total)),
                new Statistics.Resolution(
                        known,
                        number(spread.path("median")),
                        number(totals.path("mean_hours")),
                        number(spread.path("p90"))),
                parts("priority"),
                parts("level"),
                parts("state"),
                parts("kind"),
                top("category"),
                top("group"),
                top("system"),
                count("awaited"),
                count("with_problem"),
                count("with_change"),
                days());
    }

    private long count(String name) {
        return totals.path(name).asLong(0);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : null;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }

    private static Stream<JsonNode> each(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private Stream<JsonNode> of(String part) {
        return each(parts).filter(row -> part.equals(text(row.path("part"))));
    }

    private List<Part> parts(String part) {
        return of(part).map(row -> new Part(
                        text(row.path("key")),
                        row.path("total").asLong(),
                        row.path("met").asLong()))
                .sorted(Comparator.comparing(Part::key, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<Top> top(String part) {
        return of(part).limit(TOP)
                .map(row -> {
                    var key = text(row.path("key"));
                    return new Top(
                            key,
                            part.equals("category") ? key : text(row.path("name")),
                            row.path("total").asLong());
                })
                .toList();
    }

    private List<Day> days() {
        var days = new TreeMap<LocalDate, long[]>();
        for (var column : List.of(Map.entry(0, opened), Map.entry(1, resolved))) {
            each(column.getValue())
                    .filter(row -> text(row.path("date")) != null)
                    .forEach(row -> days.computeIfAbsent(
                                            LocalDate.parse(row.path("date").asString()), ignored -> new long[2])[
                                    column.getKey()] =
                            row.path("many").asLong());
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()[0], day.getValue()[1]))
                .toList();
    }
}
