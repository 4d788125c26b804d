package io.hengwei.demo;

import io.hengwei.process.workorder.Outcome;
import io.hengwei.process.workorder.TestResult;
import io.hengwei.process.workorder.WorkOrderCommand.Accept;
import io.hengwei.process.workorder.WorkOrderCommand.AskForHelp;
import io.hengwei.process.workorder.WorkOrderCommand.Complete;
import io.hengwei.process.workorder.WorkOrderCommand.Continue;
import io.hengwei.process.workorder.WorkOrderCommand.Dispatch;
import io.hengwei.process.workorder.WorkOrderCommand.Evaluate;
import io.hengwei.process.workorder.WorkOrderCommand.Hold;
import io.hengwei.process.workorder.WorkOrderCommand.RecordWork;
import io.hengwei.process.workorder.WorkOrderCommand.Return;
import io.hengwei.process.workorder.WorkOrderCommand.Rework;
import io.hengwei.process.workorder.WorkOrderCommand.Start;
import io.hengwei.process.workorder.WorkOrderCommand.Transfer;

/// The life of one work order, from the moment it has been given to a group.
final class OrderTale {
    static final String GIVEN = "order given";
    static final String SENT_BACK = "order sent back";
    static final String ACCEPTED = "order accepted";
    static final String UNDER_WAY = "order under way";
    static final String ON_HOLD = "order on hold";
    static final String FED_BACK = "order fed back";

    private final Script script;
    private final Cast cast;
    private final Turns turns;
    private final Company company;
    private String worker;

    OrderTale(Script script, Cast cast, Turns turns, Company company) {
        this.script = script;
        this.cast = cast;
        this.turns = turns;
        this.company = company;
        this.worker = cast.engineer();
    }

    /// Until the work is about to be fed back.
    void work() {
        script.mark(GIVEN);
        if (turns.returned()) sendBack();
        script.work(4, 45).does(worker, stage -> stage.works(new Accept())).mark(ACCEPTED);
        if (turns.handedOver()) handOver();
        script.work(3, 40).does(worker, stage -> stage.works(new Start())).mark(UNDER_WAY);
        if (turns.held()) hold();
        if (Turns.in(script.dice(), 8))
            script.work(10, 40).does(worker, stage -> stage.works(new AskForHelp("请三线专家协助看一下日志。")));
        if (turns.slow()) script.work(900, 2400);
        var entry = entry(script.dice().nextInt(15, 90));
        if (Turns.in(script.dice(), 55)) script.work(10, 60).does(worker, stage -> stage.works(entry));
        script.work(20, 150);
    }

    private RecordWork entry(int minutes) {
        return new RecordWork(
                Cast.one(Phrases.ACTIONS, script.dice()), script.ago(minutes), script.now(), minutes, "已缩小范围");
    }

    private void sendBack() {
        var reason = Cast.one(Phrases.RETURNS, script.dice());
        script.work(5, 50)
                .does(worker, stage -> stage.works(new Return(reason)))
                .mark(SENT_BACK);
        worker = cast.colleague();
        var again = new Dispatch(company.group(cast.group()), company.person(worker), "改派熟悉该设备的同事");
        script.work(8, 60).does(cast.dispatcher(), stage -> stage.works(again));
    }

    /// Now and then to a colleague of another branch, who then has to accept.
    private void handOver() {
        var to = Turns.in(script.dice(), 30)
                ? "engineer.south".equals(worker) ? "engineer" : "engineer.south"
                : worker.equals(cast.colleague()) ? cast.engineer() : cast.colleague();
        var from = worker;
        var transfer = new Transfer(company.person(to), "本人另有紧急任务，请协助处理。");
        script.work(5, 60).does(from, stage -> stage.works(transfer));
        worker = to;
        script.work(5, 90).does(to, stage -> stage.works(new Accept()));
    }

    private void hold() {
        var reason = Cast.one(Phrases.HOLDS, script.dice());
        script.work(10, 60).does(worker, stage -> stage.works(new Hold(reason))).mark(ON_HOLD);
        script.work(120, 900).does(worker, stage -> stage.works(new Continue()));
    }

    void feedBack(Outcome outcome, String result, String test) {
        var minutes = script.dice().nextInt(20, 180);
        var shown = outcome == Outcome.SOLVED ? TestResult.PASSED : TestResult.NOT_APPLICABLE;
        var next = outcome == Outcome.SOLVED ? null : "需要三线专家继续处理";
        var report = new Complete(outcome, result, script.ago(minutes), script.now(), minutes, test, shown, next);
        script.does(worker, stage -> stage.works(report)).mark(FED_BACK);
    }

    void rework() {
        script.work(20, 120).does(cast.dispatcher(), stage -> stage.works(new Rework("测试记录不全，请补充后重新回单。")));
        script.work(20, 200).does(worker, stage -> stage.works(new Start())).work(20, 90);
    }

    void evaluate() {
        var score = script.dice().nextInt(3, 6);
        var comment = Turns.in(script.dice(), 40) ? Cast.one(Phrases.PRAISE, script.dice()) : null;
        script.does(cast.dispatcher(), stage -> stage.works(new Evaluate(score, comment)));
    }
}
