package io.hengwei.process.levelreport;

import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.LinkType;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.levelreport.LevelReportCommand.Acknowledge;
import io.hengwei.process.levelreport.LevelReportCommand.CallOff;
import io.hengwei.process.levelreport.LevelReportCommand.CallOffReason;
import io.hengwei.process.levelreport.LevelReportCommand.NoteUnheard;
import io.hengwei.process.levelreport.LevelReportCommand.PassUp;
import io.hengwei.process.levelreport.ReportingRules.Rule;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What can be done with reports of a level: one word of those who were told is enough for all of them, and what
/// follows from it, or from their silence, is in the same transaction.
@Service
public class LevelReports {
    private final RecordType<LevelReport, LevelReport.State, LevelReportCommand> type;
    private final Operations operations;
    private final Annotations annotations;
    private final RecordCards cards;
    private final ReportRows rows;
    private final Ladder ladder;
    private final Settings settings;
    private final Clock clock;

    LevelReports(
            RecordType<LevelReport, LevelReport.State, LevelReportCommand> type,
            Operations operations,
            Annotations annotations,
            RecordCards cards,
            ReportRows rows,
            Ladder ladder,
            Settings settings,
            Clock clock) {
        this.type = type;
        this.operations = operations;
        this.annotations = annotations;
        this.cards = cards;
        this.rows = rows;
        this.ladder = ladder;
        this.settings = settings;
        this.clock = clock;
    }

    /// Reports the level that a fault has now to all who have not heard of one as grave before, as the system; reports
    /// of a lesser level that nobody has acknowledged lapse.
    @Transactional
    public void report(RecordCard fault, String level) {
        rows.unacknowledged(fault.id(), level).forEach(id -> callOff(id, CallOffReason.GRAVER));
        for (var rule :
                settings.value(LevelReportSettings.RULES, rulesOf(fault)).of(level)) {
            if (rows.isReported(fault.id(), level, rule.role())) continue;
            var rung = ladder.first(fault.unit(), rule.role(), rule.superior());
            open(fault, level, rule.role(), rung.orElseGet(() -> new Rung(rule.role(), fault.unit(), Set.of())));
        }
    }

    /// The fault is over: nobody has to acknowledge it any more.
    @Transactional
    public void over(RecordId fault) {
        rows.unacknowledged(fault).forEach(id -> callOff(id, CallOffReason.OVER));
    }

    private void callOff(RecordId id, CallOffReason reason) {
        operations.performNow(type, id, new CallOff(reason), ignored -> {});
    }

    private void open(RecordCard fault, String level, String ruleRole, Rung rung) {
        if (rows.isTold(fault.id(), level, rung)) return;
        var due = clock.instant().plus(settings.value(LevelReportSettings.ACKNOWLEDGE, rulesOf(fault)));
        var report = new ReportLevel(fault.id(), level, rung.role(), rung.over());
        var ack = operations.open(
                type, null, fault.unit(), report, birth -> new LevelReport(birth, fault, level, ruleRole, rung, due));
        annotations.link(ack.id(), new Annotations.Link(fault.id(), LinkType.RELATES_TO));
    }

    /// @throws io.hengwei.platform.shared.Refused `not-told` for whoever was not told
    public Ack perform(RecordId id, long seen, LevelReportCommand command) {
        var held = new AtomicReference<LevelReport>();
        return operations.perform(type, id, seen, command, held::set, ack -> {
            if (command instanceof Acknowledge)
                operations.inConsequence(() -> tellNext(Objects.requireNonNull(held.get())));
            return ack;
        });
    }

    /// Level by level: who stands above hears of it when those below know.
    private boolean tellNext(LevelReport report) {
        cards.find(report.about())
                .filter(LevelReports::lasts)
                .ifPresent(fault -> rule(fault, report.level(), report.ruleRole())
                        .filter(Rule::everyLevel)
                        .flatMap(ignored -> ladder.next(report.rung()))
                        .ifPresent(next -> Scope.asSystem(() -> open(fault, report.level(), report.ruleRole(), next))));
        return true;
    }

    /// What silence leads to: those above are told; where there is nobody, it is noted once.
    @Transactional
    public void passUp(RecordId id) {
        operations.hold(type, id);
        var report = operations.visible(type, id);
        if (report.state() != LevelReport.State.SENT) return;
        var fault = cards.find(report.about()).filter(LevelReports::lasts);
        if (fault.isEmpty()) {
            callOff(id, CallOffReason.OVER);
            return;
        }
        var next = above(fault.get(), report);
        if (next.isPresent()) {
            operations.performNow(type, id, new PassUp(), ignored -> {});
            open(fault.get(), report.level(), report.ruleRole(), next.get());
        } else if (report.isWatched()) operations.performNow(type, id, new NoteUnheard(), ignored -> {});
    }

    private Optional<Rung> above(RecordCard fault, LevelReport report) {
        var rule = rule(fault, report.level(), report.ruleRole());
        var superior = rule.map(Rule::superior).orElse(null);
        return report.rung().people().isEmpty()
                ? ladder.first(fault.unit(), report.ruleRole(), superior)
                : ladder.above(report.rung(), superior);
    }

    /// Why somebody is told, as the rules stand now.
    Optional<Rule> rule(RecordCard fault, String level, String role) {
        return settings.value(LevelReportSettings.RULES, rulesOf(fault)).of(level, role);
    }

    private static SettingScope rulesOf(RecordCard fault) {
        return SettingScope.of(fault.system(), fault.unit().value());
    }

    private static boolean lasts(RecordCard fault) {
        return fault.phase() != Phase.DONE;
    }
}
