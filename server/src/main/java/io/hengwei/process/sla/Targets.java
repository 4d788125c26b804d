package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarVersion;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.process.sla.DecisionTable.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Chooses what a record's clock is measured against: what has been agreed, else the rules by level and class, for the
/// system, the unit, everywhere.
@Component
class Targets {
    private static final Logger LOG = LoggerFactory.getLogger(Targets.class);

    private final RuleSource rules;
    private final Settings settings;
    private final CountingCalendars calendars;
    private final Measuring measuring;
    private final ZoneId zone;

    @Autowired
    Targets(Settings settings, Calendars calendars, ZoneId zone) {
        this(
                new RuleSource() {
                    @Override
                    public <T> T value(Setting<T> setting, SettingScope scope) {
                        return settings.value(setting, scope);
                    }
                },
                settings,
                new CountingCalendars(calendars, Map.of()),
                zone);
    }

    private Targets(RuleSource rules, Settings settings, CountingCalendars calendars, ZoneId zone) {
        this.rules = rules;
        this.settings = settings;
        this.calendars = calendars;
        this.measuring = new Measuring(() -> calendars.current(Calendars.ALWAYS));
        this.zone = zone;
    }

    /// The same choice by rules that somebody proposes.
    ///
    /// @param drafted calendars that would be other ones
    Targets proposing(ProposedRules.Proposal proposal, Map<String, WorkCalendar> drafted) {
        return new Targets(new ProposedRules(rules, proposal), settings, calendars.proposing(drafted), zone);
    }

    /// How clocks are counted by these calendars.
    ClockFold fold() {
        return new ClockFold(calendars);
    }

    /// @param startedAt when the clock began: a limit is a stretch of working time from there
    Target choose(ClockName name, Bearings about, Instant startedAt) {
        var decision = decide(name, about, startedAt);
        var agreement = decision.agreement();
        var promise = decision.promise();
        return agreement == null || promise == null
                ? byRule(name, about, startedAt)
                : promised(agreement, promise, Objects.requireNonNull(decision.row()), about, startedAt);
    }

    Decision decide(ClockName name, Bearings about, Instant startedAt) {
        var agreements = rules.value(SlaSettings.AGREEMENTS, SettingScope.GLOBAL);
        if (agreements.agreements().isEmpty()) return Decision.RULES;
        var day = LocalDate.ofInstant(startedAt, zone);
        return new DecisionTable(agreements).decide(name, about, line(about.unit()), day);
    }

    /// How our own lines share the time for restoration; empty where nothing is agreed.
    List<Agreement.Share> shares(Bearings about, Instant at) {
        return new DecisionTable(rules.value(SlaSettings.AGREEMENTS, SettingScope.GLOBAL))
                .shares(about, line(about.unit()), LocalDate.ofInstant(at, zone));
    }

    private List<UUID> line(UUID unit) {
        return settings.line(SettingScope.unit(unit)).stream()
                .map(SettingScope::id)
                .filter(Objects::nonNull)
                .toList();
    }

    private Target promised(Agreement agreement, Promise promise, int row, Bearings about, Instant startedAt) {
        var scope = scope(about);
        var own = promise.calendar() == null ? agreement.hours() : promise.calendar();
        var calendar = own == null ? rules.value(SlaSettings.calendar(promise.clock(), about.level()), scope) : own;
        var source = Source.promise(agreement.name(), row);
        var warning = warning(promise.warning(), scope);
        return target(promise.clock(), promise.asLimit(), calendar, warning, about, false, source, startedAt);
    }

    private Target byRule(ClockName name, Bearings about, Instant startedAt) {
        var scope = scope(about);
        var setting = SlaSettings.limit(name, about.level(), about.systemClass());
        var limit = rules.value(setting, scope);
        var calendar = rules.value(SlaSettings.calendar(name, about.level()), scope);
        var proposed = setting.proposed() && limit.equals(setting.standard());
        var source = Source.rule(setting.key());
        return target(name, limit, calendar, warning(null, scope), about, proposed, source, startedAt);
    }

    private Target target(
            ClockName name,
            Limit limit,
            String calendar,
            int warning,
            Bearings about,
            boolean proposed,
            Source source,
            Instant startedAt) {
        var by = calendar(calendar);
        var length = measuring.of(limit, by.id(), by.version(), by.calendar(), startedAt);
        return new Target(
                limit.toString(),
                length.time(),
                part(length.time(), warning),
                length.calendar(),
                length.version(),
                about.level(),
                about.systemClass(),
                proposed,
                source,
                rules.value(SlaSettings.ESCALATION, scope(about)).marks(name, about.level()));
    }

    private int warning(@Nullable Integer own, SettingScope scope) {
        return own == null ? Math.clamp(rules.value(SlaSettings.WARNING, scope), 0, 100) : own;
    }

    private static Duration part(Duration length, int percent) {
        return length.multipliedBy(percent).dividedBy(100);
    }

    static SettingScope scope(Bearings about) {
        return SettingScope.of(about.system(), about.unit());
    }

    ClockChange.Effect effect(ClockName name, Set<ClockChange> changes, Bearings about) {
        return changes.isEmpty()
                ? ClockChange.Effect.CONTINUE
                : rules.value(SlaSettings.CHANGES, scope(about)).of(name, changes);
    }

    List<Escalation.Step> steps(ClockName name, Bearings about, Escalation.Mark mark) {
        return rules.value(SlaSettings.ESCALATION, scope(about)).at(name, about.level(), mark);
    }

    PauseLimits.@Nullable Row pauseLimit(@Nullable String reason, Bearings about) {
        return rules.value(SlaSettings.PAUSES, scope(about)).of(reason);
    }

    /// As it would have been chosen then, counted by the version of its calendar that held then.
    ///
    /// @param then what really was chosen
    Target choose(ClockName name, Bearings about, Instant startedAt, Target then) {
        var target = choose(name, about, startedAt);
        return target.calendar().equals(then.calendar()) ? counted(target, then.calendarVersion(), startedAt) : target;
    }

    /// The same limit, as it was measured when its calendar got another version; a drafted calendar measures itself.
    Target counted(Target target, Target then, Instant startedAt) {
        return target.limit().equals(then.limit()) && !calendars.isProposed(target.calendar())
                ? target.measured(new Measuring.Length(then.length(), then.calendar(), then.calendarVersion()))
                : counted(target, then.calendarVersion(), startedAt);
    }

    /// The same limit by a version of its calendar.
    Target counted(Target target, int version, Instant startedAt) {
        if (target.calendarVersion() == version) return target;
        var calendar = calendars.byId(target.calendar(), version);
        return measuring.by(target, target.calendar(), version, calendar, startedAt);
    }

    /// The same limit, counted by the calendar as it stood then.
    Target renewed(Target target, Instant startedAt, Instant at) {
        var version = known(target.calendar(), id -> calendars.at(id, at));
        if (version.version() == target.calendarVersion() && version.id().equals(target.calendar())) return target;
        return measuring.by(target, version.id(), version.version(), version.calendar(), startedAt);
    }

    private CalendarVersion calendar(String id) {
        return known(id, calendars::current);
    }

    /// A calendar that a setting names and nobody has must not keep faults from being opened.
    private CalendarVersion known(String id, Function<String, CalendarVersion> versions) {
        try {
            return versions.apply(id);
        } catch (NotFound e) {
            LOG.warn("There is no calendar {}; time is counted around the clock", id);
            return calendars.current(Calendars.ALWAYS);
        }
    }
}
