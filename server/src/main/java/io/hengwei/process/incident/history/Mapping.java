package io.hengwei.process.incident.history;

import io.hengwei.platform.shared.Refused;
import io.hengwei.process.incident.IncidentState;
import io.hengwei.process.incident.WaitReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the columns of a log mean. Shipped ones lie in `import/mappings`, own ones in a table.
///
/// @param source under which its records are known; with the log's own number it tells whether a record has come in
/// already
/// @param zone in which its instants are written; the organisation's own when absent
/// @param dates patterns of its instants, tried in this order
/// @param unknown what stands where nothing is known
/// @param happenedAt column of the instant of a row's event
/// @param order column that orders events of one instant
/// @param backfilled columns that carry a later outcome on earlier rows: they say nothing about the event itself
/// @param group column of the maintenance group; groups are found by name in the import's unit, or made there with
/// `groupLine`
/// @param title columns that together name the matter
record Mapping(
        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,59}")
        String id,

        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 100) String source,
        @NotBlank @Size(max = 4) String delimiter,
        @NotBlank String charset,
        @Nullable String zone,
        @NotEmpty List<@NotBlank String> dates,
        @NotNull Set<String> unknown,
        @NotBlank String number,
        @NotBlank String happenedAt,
        @Nullable String order,
        @Nullable String by,
        @NotNull Set<String> backfilled,
        @NotNull @Valid States state,
        @NotNull @Valid Choice kind,
        @NotNull @Valid Choice channel,
        @NotNull @Valid Choice impact,
        @NotNull @Valid Choice effect,
        @NotNull @Valid Choice urgency,
        @NotNull @Valid Choice priority,
        @Nullable String group,
        @Nullable Integer groupLine,
        @Nullable String person,
        @Nullable String caller,
        @Nullable String category,
        @NotBlank String openedAt,
        @Nullable String resolvedAt,
        @Nullable String closedAt,
        @Nullable String met,
        @Nullable String reassignments,
        @Nullable String reopenings,
        @Nullable String problem,
        @Nullable String change,
        @NotEmpty List<String> title,
        @NotNull List<String> description) {
    /// @param dirty values known to be mistakes of the other system
    record States(
            @NotBlank String column,
            @NotEmpty Map<String, @Valid State> values,
            @Nullable Set<String> dirty) {
        boolean isDirty(String value) {
            return dirty != null && dirty.contains(value);
        }
    }

    record State(@NotNull IncidentState state, @Nullable WaitReason waitingFor) {}

    /// @param otherwise what holds where the log says nothing, or something not listed; without it such a row is
    /// rejected
    record Choice(
            @Nullable String column,
            @Nullable Map<String, String> values,
            @Nullable String otherwise) {}

    /// Every column it reads, each once.
    Collection<String> columns() {
        var columns = new LinkedHashSet<String>();
        Stream.of(
                        number,
                        happenedAt,
                        order,
                        by,
                        state.column(),
                        kind.column(),
                        channel.column(),
                        impact.column(),
                        effect.column(),
                        urgency.column(),
                        priority.column(),
                        group,
                        person,
                        caller,
                        category,
                        openedAt,
                        resolvedAt,
                        closedAt,
                        met,
                        reassignments,
                        reopenings,
                        problem,
                        change)
                .filter(column -> column != null)
                .forEach(columns::add);
        columns.addAll(title);
        columns.addAll(description);
        return columns;
    }

    Charset encoding() {
        return Charset.forName(charset);
    }

    ZoneId zoneOr(ZoneId organisation) {
        return zone == null ? organisation : ZoneId.of(zone);
    }

    /// Says what is wrong with it before any file is read by it.
    Mapping checked() {
        try {
            encoding();
            zoneOr(ZoneId.of("UTC"));
            new RowReader(this, List.copyOf(columns()), ZoneId.of("UTC"));
        } catch (RuntimeException e) {
            throw Refused.invalid("mapping", String.valueOf(e.getMessage()));
        }
        return this;
    }
}
