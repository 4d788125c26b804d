package io.hengwei.demo;

import io.hengwei.process.incident.FaultLevel;
import io.hengwei.process.incident.IncidentCommand.Cancel;
import io.hengwei.process.incident.IncidentCommand.Classify;
import io.hengwei.process.incident.IncidentCommand.Confirm;
import io.hengwei.process.incident.IncidentCommand.Escalate;
import io.hengwei.process.incident.IncidentCommand.Merge;
import io.hengwei.process.incident.IncidentCommand.NoteAlert;
import io.hengwei.process.incident.IncidentCommand.Regrade;
import io.hengwei.process.incident.IncidentKind;
import java.time.Duration;

/// One incident's whole life: how it comes in and is looked at; how it is solved and filed is told by `Solution`.
final class IncidentTale {
    static final String RECORDED = "recorded";
    static final String CLASSIFIED = "classified";

    private final Matter matter;
    private final Cast cast;
    private final Turns turns;
    private final Company company;
    private final Script script;

    IncidentTale(Matter matter, Cast cast, Turns turns, Company company, Script script) {
        this.matter = matter;
        this.cast = cast;
        this.turns = turns;
        this.company = company;
        this.script = script;
    }

    void tell(boolean inOfficeHours) {
        comeIn();
        script.mark(RECORDED);
        if (turns.way() == Turns.Way.CANCELLED) {
            cancel();
            return;
        }
        look(inOfficeHours);
        script.mark(CLASSIFIED);
        judge();
        talk();
        if (turns.way() == Turns.Way.MERGED) merge();
        new Solution(matter, cast, turns, company, script).tell();
    }

    private void comeIn() {
        var opening = new Opening(matter, cast, company, script);
        if (matter.isAlert()) opening.alert();
        else if (turns.portal()) opening.report(Stage.INCIDENT);
        else opening.call(Stage.INCIDENT);
    }

    private void cancel() {
        var reason = Cast.one(Phrases.CANCELLATIONS, script.dice());
        script.work(15, 240).does(cast.desk(), stage -> stage.does(new Cancel(reason)));
    }

    /// By day the desk classifies within minutes, mostly; at night the person on duty confirms and the desk follows in
    /// the morning.
    private void look(boolean inOfficeHours) {
        var late = Turns.in(script.dice(), 9);
        script.pass(late ? 14 : 2, late ? 45 : 8);
        if (!inOfficeHours)
            script.does(cast.duty(), stage -> stage.does(new Confirm())).work(5, 30);
        var classify = new Classify(
                matter.impact(), matter.effect(), matter.urgency(), matter.domain(), matter.cause(), matter.category());
        script.does(inOfficeHours || !matter.cannotWait() ? cast.desk() : cast.duty(), stage -> stage.does(classify));
    }

    private void judge() {
        if (matter.isMajor())
            script.pass(14, 22).does(Company.SYSTEM, stage -> stage.happens(new Escalate(FaultLevel.LEVEL_II, "rule")));
        else if (matter.kind() == IncidentKind.FAULT && Turns.in(script.dice(), 5)) {
            script.pass(2, 9)
                    .does(cast.duty(), stage -> stage.does(new Regrade(FaultLevel.LEVEL_III, "涉及对外业务，按上级要求提级。")));
        }
        if (matter.isAlert()) {
            var count = script.dice().nextInt(3, 30);
            var seen = script.pass(2, 20).now();
            script.does(Company.SYSTEM, stage -> stage.happens(new NoteAlert("alertmanager", count, seen, false)));
        }
    }

    private void talk() {
        if (!turns.talkative()) return;
        var note = Cast.one(Phrases.NOTES, script.dice());
        script.pass(1, 4).does(cast.desk(), stage -> stage.notes(Stage.INCIDENT, note));
        if (matter.isAlert()) return;
        var question = Cast.one(Phrases.REQUESTER, script.dice());
        var answer = Cast.one(Phrases.DESK, script.dice());
        script.pass(2, 15).does(cast.requester(), stage -> stage.comments(Stage.INCIDENT, question));
        script.pass(1, 6).does(cast.desk(), stage -> stage.comments(Stage.INCIDENT, answer));
        if (matter.isMajor() || Turns.in(script.dice(), 30))
            script.does("manager", stage -> stage.watches(Stage.INCIDENT));
    }

    /// A colleague reports the same; the desk merges it.
    private void merge() {
        var second = new Opening(matter, cast, company, script);
        second.call(Stage.DUPLICATE);
        script.pass(2, 7)
                .does(cast.desk(), stage -> stage.does(Stage.DUPLICATE, new Merge(stage.record(Stage.INCIDENT))));
        script.pass(1, (int) Duration.ofMinutes(5).toMinutes());
    }
}
