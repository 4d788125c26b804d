package io.hengwei.demo;

import io.hengwei.process.incident.IncidentCommand.Close;
import io.hengwei.process.incident.IncidentCommand.Dispatch;
import io.hengwei.process.incident.IncidentCommand.Dispute;
import io.hengwei.process.incident.IncidentCommand.Evaluate;
import io.hengwei.process.incident.IncidentCommand.NoteAlert;
import io.hengwei.process.incident.IncidentCommand.RaiseWorkOrder;
import io.hengwei.process.incident.IncidentCommand.RecordWork;
import io.hengwei.process.incident.IncidentCommand.Reopen;
import io.hengwei.process.incident.IncidentCommand.Resolve;
import io.hengwei.process.incident.IncidentCommand.Resume;
import io.hengwei.process.incident.IncidentCommand.Verify;
import io.hengwei.process.incident.IncidentCommand.Wait;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.Resolution;
import io.hengwei.process.incident.WaitReason;
import io.hengwei.process.workorder.Outcome;
import io.hengwei.process.workorder.TestResult;
import io.hengwei.process.workorder.WorkOrderType;

/// How an incident is solved, evaluated, verified and filed; and what may come in between.
final class Solution {
    static final String INVESTIGATING = "investigating";
    static final String WAITING = "waiting";
    static final String RESOLVED = "resolved";
    static final String VERIFYING = "verifying";
    static final String VERIFIED = "verified";

    private final Matter matter;
    private final Cast cast;
    private final Turns turns;
    private final Company company;
    private final Script script;

    Solution(Matter matter, Cast cast, Turns turns, Company company, Script script) {
        this.matter = matter;
        this.cast = cast;
        this.turns = turns;
        this.company = company;
        this.script = script;
    }

    void tell() {
        switch (turns.way()) {
            case BY_DESK -> byHand(cast.desk());
            case BY_ORDER -> byOrder();
            default -> byGroup();
        }
        script.mark(RESOLVED);
        evaluate();
        if (turns.disputed()) dispute();
        verify();
        close();
        if (turns.reopened()) reopen();
    }

    private String solver() {
        return turns.way() == Turns.Way.BY_DESK ? cast.desk() : cast.engineer();
    }

    private void byGroup() {
        var dispatch = new Dispatch(company.group(cast.group()), company.person(cast.engineer()), "由本组负责该系统");
        if (Turns.in(script.dice(), 12)) toTheWrongOnes();
        script.work(2, 25).does(cast.desk(), stage -> stage.does(dispatch)).mark(INVESTIGATING);
        byHand(cast.engineer());
    }

    private void toTheWrongOnes() {
        var wrong = company.group(cast.group().equals("g-sys") ? "g-biz" : "g-sys");
        script.work(2, 20).does(cast.desk(), stage -> stage.does(new Dispatch(wrong, null, null)));
        script.work(15, 90);
    }

    private void byHand(String who) {
        var minutes = script.dice().nextInt(5, 60);
        if (turns.slow()) script.work(900, 2600);
        script.work(5, 90);
        var entry = new RecordWork(
                Cast.one(Phrases.ACTIONS, script.dice()), script.ago(minutes), script.now(), minutes, null);
        script.does(who, stage -> stage.does(entry));
        if (turns.waits()) waitFor(who);
        script.work(5, 150);
        resolve(who, 5);
    }

    private void waitFor(String who) {
        var reason = Boolean.TRUE.equals(matter.vendor())
                ? WaitReason.VENDOR
                : Boolean.TRUE.equals(matter.spare()) ? WaitReason.SPARE_PART : WaitReason.REQUESTER;
        var text = reason == WaitReason.REQUESTER ? "等待申报人提供出错单据编号" : "已联系厂商，等待配件或人员到场";
        script.work(5, 30)
                .does(who, stage -> stage.does(new Wait(reason, text)))
                .mark(WAITING);
        script.work(90, 1000).does(who, stage -> stage.does(new Resume("条件已具备，继续处理")));
    }

    private void resolve(String who, int most) {
        var tested = matter.kind() != IncidentKind.CONSULTATION && matter.kind() != IncidentKind.SERVICE_REQUEST;
        var code = !tested
                ? Resolution.Code.ANSWERED
                : Turns.in(script.dice(), 88) ? Resolution.Code.FIXED : Resolution.Code.WORKAROUND;
        var report = new Resolve(
                code,
                matter.summary(),
                matter.rootCause(),
                matter.test(),
                tested ? TestResult.PASSED : TestResult.NOT_APPLICABLE);
        if (matter.isAlert()) {
            var seen = script.now();
            script.does(Company.SYSTEM, stage -> stage.happens(new NoteAlert("alertmanager", 31, seen, true)));
        }
        script.pass(1, most).does(who, stage -> stage.does(report));
    }

    private void byOrder() {
        raise(cast);
        script.mark(INVESTIGATING);
        var order = new OrderTale(script, cast, turns, company);
        order.work();
        if (turns.partly()) {
            order.feedBack(Outcome.PARTLY, "已排除终端侧原因，问题在后台。", "换机测试现象相同");
            script.work(10, 60);
            order.evaluate();
            var experts = new Cast(
                    cast.requester(),
                    cast.unit(),
                    cast.desk(),
                    cast.dispatcher(),
                    cast.duty(),
                    "g-db",
                    "expert",
                    "dong.yan");
            raise(experts);
            order = new OrderTale(script, experts, Turns.straight(Turns.Way.BY_ORDER), company);
            order.work();
        }
        order.feedBack(Outcome.SOLVED, matter.summary(), matter.test());
        script.work(5, 60);
        order.evaluate();
    }

    private void raise(Cast to) {
        var type = matter.onSite() ? WorkOrderType.ON_SITE_SUPPORT : WorkOrderType.FAULT_SUPPORT;
        var named = Turns.in(script.dice(), 50) ? company.person(to.engineer()) : null;
        var raise = new RaiseWorkOrder(type, company.group(to.group()), named, matter.text() + "\n请先电话联系申报人再处理。", null);
        script.work(2, 20).bears(to.desk(), stage -> stage.raise(raise));
    }

    private void evaluate() {
        var score = script.dice().nextInt(3, 6);
        script.work(10, 200)
                .does(cast.dispatcher(), stage -> stage.does(new Evaluate(score, score < 4 ? "回单内容可再具体一些。" : null)))
                .mark(VERIFYING);
    }

    private void dispute() {
        var reason = Cast.one(Phrases.DISPUTES, script.dice());
        script.work(20, 300).does(confirming(), stage -> stage.does(new Dispute(reason)));
        again();
    }

    private void again() {
        script.work(30, 240);
        resolve(solver(), 20);
        evaluate();
    }

    private String confirming() {
        if (!matter.isAlert()) return cast.requester();
        return "he.jianing";
    }

    private void verify() {
        var comment = Turns.in(script.dice(), 30) ? Cast.one(Phrases.PRAISE, script.dice()) : null;
        script.work(15, 420)
                .does(confirming(), stage -> stage.does(new Verify(comment)))
                .mark(VERIFIED);
    }

    private void close() {
        script.work(10, 240).does(cast.desk(), stage -> stage.does(new Close()));
    }

    private void reopen() {
        var reason = Cast.one(Phrases.REOPENINGS, script.dice());
        script.work(200, 1200).does(confirming(), stage -> stage.does(new Reopen(reason)));
        again();
        verify();
        close();
    }
}
