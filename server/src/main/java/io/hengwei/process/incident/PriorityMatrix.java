package io.hengwei.process.incident;

import static io.hengwei.process.incident.Priority.P1;
import static io.hengwei.process.incident.Priority.P2;
import static io.hengwei.process.incident.Priority.P3;
import static io.hengwei.process.incident.Priority.P4;

import java.util.EnumMap;
import java.util.Map;

/// Priority from urgency and scope of impact (INC-07); a setting.
public record PriorityMatrix(Map<Urgency, Map<Impact, Priority>> rows) {
    static final PriorityMatrix STANDARD = new PriorityMatrix(Map.of(
            Urgency.HIGH, row(P1, P1, P2, P3),
            Urgency.MEDIUM, row(P1, P2, P3, P3),
            Urgency.LOW, row(P2, P3, P4, P4)));

    private static Map<Impact, Priority> row(
            Priority organisation, Priority severalUnits, Priority oneUnit, Priority onePerson) {
        return new EnumMap<>(Map.of(
                Impact.ORGANISATION,
                organisation,
                Impact.SEVERAL_UNITS,
                severalUnits,
                Impact.ONE_UNIT,
                oneUnit,
                Impact.ONE_PERSON,
                onePerson));
    }

    Priority of(Urgency urgency, Impact impact) {
        return rows.getOrDefault(urgency, Map.of()).getOrDefault(impact, P3);
    }
}
