package io.hengwei.demo;

import io.hengwei.process.workorder.Outcome;
import io.hengwei.process.workorder.RaiseWorkOrder;
import io.hengwei.process.workorder.WorkOrderCommand.Cancel;
import java.time.Duration;

/// A planned piece of work, without an incident behind it.
final class ChoreTale {
    private final Chore chore;
    private final Cast cast;
    private final Turns turns;
    private final Company company;
    private final Script script;

    ChoreTale(Chore chore, Cast cast, Turns turns, Company company, Script script) {
        this.chore = chore;
        this.cast = cast;
        this.turns = turns;
        this.company = company;
        this.script = script;
    }

    void tell() {
        var unit = company.charter().groups().stream()
                .filter(group -> group.key().equals(cast.group()))
                .findFirst()
                .orElseThrow()
                .unit();
        var raise = new RaiseWorkOrder(
                chore.type(),
                chore.title(),
                chore.instructions(),
                company.unit(unit),
                company.group(cast.group()),
                null,
                Cast.one(java.util.List.of("P2", "P3", "P3", "P4"), script.dice()),
                script.now().plus(Duration.ofDays(3)),
                null,
                null,
                null,
                null,
                null);
        script.bears(Turns.in(script.dice(), 50) ? cast.dispatcher() : "manager", stage -> stage.raise(raise));
        if (turns.way() == Turns.Way.CANCELLED) {
            script.work(30, 600).does(cast.dispatcher(), stage -> stage.works(new Cancel("业务部门推迟，另行安排。")));
            return;
        }
        var order = new OrderTale(script, cast, turns, company);
        order.work();
        order.feedBack(Outcome.SOLVED, chore.result(), chore.test());
        if (turns.disputed()) {
            order.rework();
            order.feedBack(Outcome.SOLVED, chore.result(), chore.test() + "，测试记录已补充");
        }
        script.work(10, 240);
        order.evaluate();
    }
}
