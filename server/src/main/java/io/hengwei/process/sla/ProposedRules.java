package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Refused;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rules as they stand, but for what somebody proposes for everybody: agreements, limits, what a
/// change does, calendars, the warning.
final class ProposedRules implements RuleSource {
    private final RuleSource current;
    private final Map<String, Object> proposed = new HashMap<>();

    /// @param agreements null for those there are
    /// @param changes what a change of the record does; null for the rules there are
    /// @param figures by the key of their setting, as they are written: `PT4H`, `STANDARD`, `80`
    record Proposal(
            @Nullable Agreements agreements, ClockChange.@Nullable Rules changes, Map<String, String> figures) {}

    ProposedRules(RuleSource current, Proposal proposal) {
        this.current = current;
        if (proposal.agreements() != null) proposed.put(SlaSettings.AGREEMENTS.key(), proposal.agreements());
        if (proposal.changes() != null) proposed.put(SlaSettings.CHANGES.key(), proposal.changes());
        proposal.figures().forEach((key, figure) -> proposed.put(key, read(key, figure)));
    }

    private static Object read(String key, String figure) {
        var setting = SlaSettings.FIGURES.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("backtest-figure", key).at("figures"));
        try {
            return switch (setting.type()) {
                case LIMIT -> Limit.parse(figure);
                case INTEGER -> Integer.valueOf(figure);
                default -> figure;
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Refused.invalid("backtest-figure", key).at("figures");
        }
    }

    @Override
    public <T> T value(Setting<T> setting, SettingScope scope) {
        var own = proposed.get(setting.key());
        return own == null ? current.value(setting, scope) : setting.valueType().cast(own);
    }
}
