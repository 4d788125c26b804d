package io.hengwei.process.incident.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Instants as a log writes them. A day that does not exist (31/2) is none.
final class Dates {
    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;

    Dates(List<String> patterns, ZoneId zone) {
        formats = patterns.stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
        this.zone = zone;
    }

    Instant required(Cells cells, String column) throws Rejected {
        cells.required(column);
        var instant = of(cells, column);
        if (instant == null) throw new Rejected("missing", column);
        return instant;
    }

    @Nullable
    Instant of(Cells cells, @Nullable String column) throws Rejected {
        var text = cells.text(column);
        if (text == null) return null;
        for (var format : formats) {
            try {
                return instant(format, text);
            } catch (DateTimeException e) {
                continue; // perhaps the next pattern
            }
        }
        throw new Rejected("no-date", column + ": " + text);
    }

    private Instant instant(DateTimeFormatter format, String text) {
        return switch (format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime at -> at.toInstant();
            case LocalDateTime at -> at.atZone(zone).toInstant();
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            default -> throw new DateTimeException(text);
        };
    }
}
