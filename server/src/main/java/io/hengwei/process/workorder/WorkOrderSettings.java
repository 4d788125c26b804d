package io.hengwei.process.workorder;

import static io.hengwei.platform.setting.SettingScope.Kind.UNIT;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.util.List;
import org.springframework.stereotype.Component;

/// The figures of work orders.
@Component
final class WorkOrderSettings implements DeclaresSettings {
    record Types(List<WorkOrderType> types) {}

    /// Work that nobody does alone: data, parameters and environments are changed by two (CHG-13, BIZ-22).
    static final Setting<Types> TWO_PERSONS = Setting.table(
                    "workorder.two-persons",
                    Types.class,
                    new Types(List.of(
                            WorkOrderType.DATA_CHANGE,
                            WorkOrderType.CONFIGURATION,
                            WorkOrderType.CHANGE_IMPLEMENTATION)))
            .clause("001-2 (二)")
            .asProposed()
            .scopes(UNIT);
}
