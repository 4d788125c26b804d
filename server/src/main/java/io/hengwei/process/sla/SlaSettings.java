package io.hengwei.process.sla;

import static io.hengwei.platform.setting.SettingScope.Kind.SERVICE;
import static io.hengwei.platform.setting.SettingScope.Kind.SYSTEM;
import static io.hengwei.platform.setting.SettingScope.Kind.UNIT;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The time limits of the rules, and the calendars by which they are counted.
@Component
final class SlaSettings implements DeclaresSettings {
    private static final String MATRIX = "000-T art.16–18";

    // spotless:off
    static final Setting<Limit> CONFIRM = Setting.of(
                    "sla.confirm", Setting.Type.LIMIT, Limit.class, Limit.parse("PT10M"))
            .clause("001-1 §6.2(2)")
            .scopes(UNIT, SYSTEM, SERVICE);

    static final Setting<Limit> RESPONSE_I = proposed("sla.response.level-i", "PT1H");
    static final Setting<Limit> RESPONSE_II = proposed("sla.response.level-ii", "PT2H");
    static final Setting<Limit> RESPONSE_III = proposed("sla.response.level-iii", "PT4H");
    static final Setting<Limit> RESPONSE_IV = proposed("sla.response.level-iv", "EOD");

    static final Setting<Limit> RESTORE_A_I = proposed("sla.restore.a.level-i", "PT2H");
    static final Setting<Limit> RESTORE_A_II = proposed("sla.restore.a.level-ii", "PT4H");
    static final Setting<Limit> RESTORE_A_III = proposed("sla.restore.a.level-iii", "PT8H");
    static final Setting<Limit> RESTORE_A_IV = proposed("sla.restore.a.level-iv", "PT24H");
    static final Setting<Limit> RESTORE_B_I = proposed("sla.restore.b.level-i", "PT4H");
    static final Setting<Limit> RESTORE_B_II = proposed("sla.restore.b.level-ii", "PT8H");
    static final Setting<Limit> RESTORE_B_III = proposed("sla.restore.b.level-iii", "PT12H");
    static final Setting<Limit> RESTORE_B_IV = proposed("sla.restore.b.level-iv", "P2D");
    static final Setting<Limit> RESTORE_C_I = proposed("sla.restore.c.level-i", "PT8H");
    static final Setting<Limit> RESTORE_C_II = proposed("sla.restore.c.level-ii", "PT12H");
    static final Setting<Limit> RESTORE_C_III = proposed("sla.restore.c.level-iii", "PT24H");
    static final Setting<Limit> RESTORE_C_IV = proposed("sla.restore.c.level-iv", "P3D");

    static final Setting<Limit> VENDOR_I = proposed("sla.vendor.level-i", "PT2H");
    static final Setting<Limit> VENDOR_II = proposed("sla.vendor.level-ii", "PT4H");
    static final Setting<Limit> VENDOR_III = proposed("sla.vendor.level-iii", "PT8H");
    static final Setting<Limit> VENDOR_IV = proposed("sla.vendor.level-iv", "P1D");

    /// What has been agreed beyond these rules (SLA-01, 02, 04, 05, 09).
    static final Setting<Agreements> AGREEMENTS = Setting.table("sla.agreements", Agreements.class, Agreements.NONE)
            .clause("000-O art.19; 001-1 §4.4; 002-E §1, §3, §4");

    /// What a change of the record does to its clocks.
    static final Setting<ClockChange.Rules> CHANGES = Setting.table(
                    "sla.changes", ClockChange.Rules.class, ClockChange.Rules.STANDARD)
            .asProposed()
            .scopes(UNIT, SYSTEM, SERVICE);

    static final Setting<Escalation> ESCALATION = Setting.table("sla.escalation", Escalation.class, Escalation.NONE)
            .clause("001-1 §4.4.4; 000-E §三.2; 001-1 §6.2(2)")
            .scopes(UNIT, SYSTEM, SERVICE);

    /// How long a step's command that the record does not admit yet is tried again.
    static final Setting<Duration> ESCALATION_PATIENCE =
            Setting.duration("sla.escalation-patience", Duration.ofDays(1)).asProposed();

    static final Setting<PauseLimits> PAUSES = Setting.table("sla.pauses", PauseLimits.class, PauseLimits.NONE)
            .asProposed()
            .scopes(UNIT, SYSTEM, SERVICE);

    static final Setting<Integer> WARNING = Setting.integer("sla.warning-percent", 80)
            .between(0, 100)
            .unit("%")
            .clause("000-O art.19")
            .asProposed()
            .scopes(UNIT, SYSTEM, SERVICE);

    static final Setting<String> CALENDAR_CONFIRM = calendar("sla.calendar.confirm", Calendars.ALWAYS);
    static final Setting<String> CALENDAR_I = calendar("sla.calendar.level-i", Calendars.ALWAYS);
    static final Setting<String> CALENDAR_II = calendar("sla.calendar.level-ii", Calendars.ALWAYS);
    static final Setting<String> CALENDAR_III = calendar("sla.calendar.level-iii", Calendars.ALWAYS);
    static final Setting<String> CALENDAR_IV = calendar("sla.calendar.level-iv", Calendars.STANDARD);
    // spotless:on

    private static final List<Setting<Limit>> RESPONSES = List.of(RESPONSE_I, RESPONSE_II, RESPONSE_III, RESPONSE_IV);
    private static final Map<SystemClass, List<Setting<Limit>>> RESTORES = Map.of(
            SystemClass.A, List.of(RESTORE_A_I, RESTORE_A_II, RESTORE_A_III, RESTORE_A_IV),
            SystemClass.B, List.of(RESTORE_B_I, RESTORE_B_II, RESTORE_B_III, RESTORE_B_IV),
            SystemClass.C, List.of(RESTORE_C_I, RESTORE_C_II, RESTORE_C_III, RESTORE_C_IV));
    private static final List<Setting<Limit>> VENDORS = List.of(VENDOR_I, VENDOR_II, VENDOR_III, VENDOR_IV);
    private static final List<Setting<String>> CALENDARS = List.of(CALENDAR_I, CALENDAR_II, CALENDAR_III, CALENDAR_IV);

    /// What a back-test may replace.
    static final List<Setting<?>> FIGURES = Stream.<List<? extends Setting<?>>>of(
                    List.of(CONFIRM, WARNING, CALENDAR_CONFIRM),
                    RESPONSES,
                    RESTORES.get(SystemClass.A),
                    RESTORES.get(SystemClass.B),
                    RESTORES.get(SystemClass.C),
                    VENDORS,
                    CALENDARS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    static Setting<Limit> limit(ClockName name, FaultLevel level, SystemClass systemClass) {
        return switch (name) {
            case CONFIRM -> CONFIRM;
            case RESPONSE -> RESPONSES.get(level.ordinal());
            case VENDOR -> VENDORS.get(level.ordinal());
            case RESTORE -> RESTORES.getOrDefault(systemClass, List.of()).get(level.ordinal());
        };
    }

    /// New events are confirmed by the person on duty, around the clock; everything else keeps the hours of its level.
    static Setting<String> calendar(ClockName name, FaultLevel level) {
        return name == ClockName.CONFIRM ? CALENDAR_CONFIRM : CALENDARS.get(level.ordinal());
    }

    private static Setting<Limit> proposed(String key, String limit) {
        return Setting.of(key, Setting.Type.LIMIT, Limit.class, Limit.parse(limit))
                .clause(MATRIX)
                .asProposed()
                .scopes(UNIT, SYSTEM, SERVICE);
    }

    private static Setting<String> calendar(String key, String calendar) {
        return Setting.calendar(key, calendar).clause(MATRIX).asProposed().scopes(UNIT, SYSTEM, SERVICE);
    }
}
