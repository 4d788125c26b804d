package io.hengwei.process.incident.history;

import io.hengwei.process.incident.Channel;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.Priority;
import io.hengwei.process.incident.Urgency;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes events of rows, as a mapping says.
final class RowReader {
    private final Mapping mapping;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;
    private final int[] ofTheEvent;
    private final Dates dates;
    private final Choices<IncidentKind> kinds;
    private final Choices<Channel> channels;
    private final Choices<Impact> impacts;
    private final Choices<Effect> effects;
    private final Choices<Urgency> urgencies;
    private final Choices<Priority> priorities;

    RowReader(Mapping mapping, List<String> header, ZoneId organisation) {
        this.mapping = mapping;
        width = header.size();
        for (int i = 0; i < header.size(); i++) columns.putIfAbsent(header.get(i), i);
        ofTheEvent = IntStream.range(0, header.size())
                .filter(i -> !mapping.backfilled().contains(header.get(i)))
                .toArray();
        dates = new Dates(mapping.dates(), mapping.zoneOr(organisation));
        kinds = new Choices<>(mapping.kind(), IncidentKind.class);
        channels = new Choices<>(mapping.channel(), Channel.class);
        impacts = new Choices<>(mapping.impact(), Impact.class);
        effects = new Choices<>(mapping.effect(), Effect.class);
        urgencies = new Choices<>(mapping.urgency(), Urgency.class);
        priorities = new Choices<>(mapping.priority(), Priority.class);
    }

    /// Columns the mapping speaks of and the file lacks.
    List<String> missing() {
        return mapping.columns().stream()
                .filter(column -> !columns.containsKey(column))
                .toList();
    }

    Event read(List<String> values) throws Rejected {
        if (values.size() != width) throw new Rejected("cells", values.size() + " ≠ " + width);
        if (values.stream().anyMatch(CsvFile::isGarbled)) throw new Rejected("encoding", mapping.charset());
        var cells = new Cells(columns, values, mapping.unknown());
        var number = cells.required(mapping.number());
        if (number.length() > 100) throw new Rejected("too-long", mapping.number());
        var original = cells.required(mapping.state().column());
        var state = state(original);
        return new Event(
                number,
                dates.required(cells, mapping.happenedAt()),
                cells.number(mapping.order()),
                state.state(),
                state.waitingFor(),
                original,
                cells.text(mapping.by(), 100),
                cells.text(mapping.person(), 100),
                facts(cells, number));
    }

    private Mapping.State state(String original) throws Rejected {
        if (mapping.state().isDirty(original)) throw new Rejected("dirty-state", original);
        var state = mapping.state().values().get(original);
        if (state == null) throw new Rejected("unknown-value", mapping.state().column() + ": " + original);
        return state;
    }

    private Event.Facts facts(Cells cells, String number) throws Rejected {
        var opened = dates.required(cells, mapping.openedAt());
        var resolved = dates.of(cells, mapping.resolvedAt());
        if (resolved != null && resolved.isBefore(opened))
            throw new Rejected(
                    "resolved-before-opened", mapping.resolvedAt() + ": " + cells.text(mapping.resolvedAt()));
        return new Event.Facts(
                title(cells, number),
                description(cells),
                kinds.of(cells),
                channels.of(cells),
                impacts.of(cells),
                effects.of(cells),
                urgencies.of(cells),
                priorities.of(cells),
                cells.text(mapping.group(), 100),
                cells.text(mapping.category(), 100),
                cells.text(mapping.caller(), 100),
                cells.text(mapping.problem(), 100),
                cells.text(mapping.change(), 100),
                opened,
                resolved,
                closed(cells, opened),
                cells.flag(mapping.met()),
                cells.count(mapping.reassignments()),
                cells.count(mapping.reopenings()));
    }

    private @Nullable Instant closed(Cells cells, Instant opened) throws Rejected {
        var closed = dates.of(cells, mapping.closedAt());
        if (closed != null && closed.isBefore(opened))
            throw new Rejected("closed-before-opened", mapping.closedAt() + ": " + cells.text(mapping.closedAt()));
        return closed;
    }

    private String title(Cells cells, String number) {
        var parts = mapping.title().stream()
                .map(cells::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        if (parts.isEmpty()) return number;
        return parts.length() <= 200 ? parts : parts.substring(0, 200);
    }

    private String description(Cells cells) {
        var lines = mapping.description().stream()
                .filter(c -> cells.text(c) != null)
                .map(c -> c + ": " + cells.text(c))
                .collect(Collectors.joining("\n"));
        return lines.length() <= 10_000 ? lines : lines.substring(0, 10_000);
    }

    /// By which an event is known again: everything that belongs to the event itself.
    long key(List<String> values) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (int index : ofTheEvent) {
                digest.update(values.get(index).strip().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 31);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
