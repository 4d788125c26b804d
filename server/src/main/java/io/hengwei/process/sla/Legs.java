package io.hengwei.process.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The way of a record from group to group, and how much of its time each line has used (SLA between lines).
///
/// @param passes how often it went from one group to another
/// @param lines what each line has used, and what it has by the agreement between the lines; the desk is the first line
record Legs(List<Leg> legs, int passes, List<LineTime> lines) {
    /// @param group null while nobody in particular had it
    /// @param unit of the group
    /// @param micros counted in it
    record Leg(
            Instant from,
            Instant to,
            @Nullable String group,
            @Nullable String unit,
            int line,
            long micros) {}

    /// @param budgetMicros null where nothing is agreed
    record LineTime(int line, long micros, @Nullable Long budgetMicros) {}

    /// @param group that has it from here on; null where nobody has
    record Handover(Instant at, @Nullable UUID group) {}

    /// What is known of a group.
    record Team(UUID id, String name, int line, String unit) {}

    private static final int FIRST = 1;

    /// @param strip the life of the clock, laid out until `end`
    /// @param budgets of the lines, in microseconds; empty where nothing is agreed
    static Legs of(
            ClockStrip strip,
            Instant start,
            Instant end,
            List<Handover> handovers,
            Map<UUID, Team> teams,
            Map<Integer, Long> budgets) {
        var legs = new ArrayList<Leg>();
        @Nullable UUID group = null;
        var from = start;
        var passes = 0;
        for (var handover : handovers) {
            var at = handover.at().isAfter(end) ? end : handover.at();
            if (from.isBefore(at)) {
                legs.add(leg(strip, from, at, group, teams));
                from = at;
            }
            if (group != null && handover.group() != null && !group.equals(handover.group())) passes++;
            group = handover.group();
        }
        if (from.isBefore(end)) legs.add(leg(strip, from, end, group, teams));
        return new Legs(legs, passes, lines(legs, budgets));
    }

    private static Leg leg(ClockStrip strip, Instant from, Instant to, @Nullable UUID group, Map<UUID, Team> teams) {
        var team = group == null ? null : teams.get(group);
        return new Leg(
                from,
                to,
                team == null ? null : team.name(),
                team == null ? null : team.unit(),
                team == null ? FIRST : team.line(),
                strip.countedMicros(from, to));
    }

    private static List<LineTime> lines(List<Leg> legs, Map<Integer, Long> budgets) {
        var used = new TreeMap<Integer, Long>();
        budgets.keySet().forEach(line -> used.put(line, 0L));
        legs.forEach(leg -> used.merge(leg.line(), leg.micros(), Long::sum));
        return used.entrySet().stream()
                .map(line -> new LineTime(line.getKey(), line.getValue(), budgets.get(line.getKey())))
                .toList();
    }
}
