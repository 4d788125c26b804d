package io.hengwei.platform.record;

import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What has happened to a record since it was loaded, waiting to be journalled and told.
final class Story {
    record Performed(
            Operation command,
            Map<String, Change> changed,
            @Nullable RecordState from,
            RecordState to,
            UserId by,
            Instant at) {}

    /// Old and new value of something people look for in the story of a record.
    record Change(@Nullable Object from, @Nullable Object to) {}

    private record Moment(UserId by, Instant at) {}

    private final List<Performed> performed = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();
    private @Nullable Birth birth;
    private @Nullable RecordState first;
    private @Nullable Moment moment;

    void begin(Birth birth, RecordState state) {
        this.birth = birth;
        first = state;
    }

    void performing(UserId by, Instant at) {
        moment = new Moment(by, at);
    }

    void performed(Operation command, Map<String, Change> changed, RecordState from, RecordState to) {
        performed.add(new Performed(command, changed, from, to, by(), at()));
        moment = null;
    }

    UserId by() {
        return Objects.requireNonNull(moment, "only while a command is applied").by();
    }

    Instant at() {
        return Objects.requireNonNull(moment, "only while a command is applied").at();
    }

    void tell(Object event) {
        events.add(event);
    }

    /// What was performed, the opening first; the record's own constructor has finished by now, so its first values can
    /// be told.
    List<Performed> take(ProcessRecord<?, ?> record) {
        if (birth != null && first != null)
            performed.addFirst(
                    new Performed(birth.opening(), firstValues(record), null, first, birth.by(), birth.at()));
        birth = null;
        var taken = List.copyOf(performed);
        performed.clear();
        return taken;
    }

    List<Object> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    static Map<String, @Nullable Object> notable(ProcessRecord<?, ?> record) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("level", record.level());
        values.put("priority", record.priority());
        values.put("system", record.system());
        values.put("assignmentGroup", record.assignmentGroup());
        values.put("assignee", record.assignee());
        values.put("asked", record.asked().isEmpty() ? null : record.asked());
        return values;
    }

    /// The system stands in the opening itself.
    private static Map<String, Change> firstValues(ProcessRecord<?, ?> record) {
        var first = changes(Map.of(), record);
        first.remove("system");
        return first;
    }

    static Map<String, Change> changes(Map<String, @Nullable Object> before, ProcessRecord<?, ?> record) {
        var changed = new LinkedHashMap<String, Change>();
        notable(record).forEach((name, value) -> {
            var old = before.get(name);
            if (!Objects.equals(old, value)) changed.put(name, new Change(old, value));
        });
        return changed;
    }
}
