package io.hengwei.process.sla;

import io.hengwei.platform.record.ProcessRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the choice of a target depends on.
///
/// @param matter sort of the record within its kind, `FAULT`; null where kinds have no sorts
/// @param priority `P1`; null until somebody has said how urgent it is
record Bearings(
        UUID unit,
        @Nullable UUID system,
        @Nullable String matter,
        FaultLevel level,
        SystemClass systemClass,
        @Nullable String priority) {
    static Bearings of(ProcessRecord<?, ?> record) {
        return new Bearings(
                record.unit().value(),
                record.system(),
                record.matter(),
                FaultLevel.of(record.level()),
                SystemClass.of(record.systemClass()),
                record.priority());
    }
}
