package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.process.sla.DecisionTable.Decision;
import io.hengwei.process.sla.DecisionTable.Step;
import io.hengwei.process.sla.DecisionTable.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which promise holds for a record.
class DecisionTableTest {
    private static final UUID HQ = UUID.randomUUID();
    private static final UUID BRANCH = UUID.randomUUID();
    private static final UUID OFFICE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID ERP = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final List<UUID> LINE = List.of(OFFICE, BRANCH, HQ);

    private static Promise promise(ClockName clock, String limit) {
        return new Promise(clock, List.of(), List.of(), List.of(), List.of(), limit, null, null);
    }

    private static Promise only(ClockName clock, String limit, List<String> levels, List<String> priorities) {
        return new Promise(clock, List.of(), List.of(), levels, priorities, limit, null, null);
    }

    private static Agreement agreement(String name, List<UUID> units, List<UUID> systems, Promise... promises) {
        return agreement(name, AgreementKind.SLA, units, systems, null, null, List.of(), promises);
    }

    private static Agreement agreement(
            String name,
            AgreementKind kind,
            List<UUID> units,
            List<UUID> systems,
            LocalDate from,
            LocalDate until,
            List<String> leftOut,
            Promise... promises) {
        return new Agreement(
                name, kind, null, null, units, systems, leftOut, null, null, from, until, List.of(promises), List.of());
    }

    private static Bearings fault(UUID system, FaultLevel level, String priority) {
        return new Bearings(OFFICE, system, "FAULT", level, SystemClass.B, priority);
    }

    private static Decision decide(Bearings about, Agreement... agreements) {
        return new DecisionTable(new Agreements(List.of(agreements))).decide(ClockName.RESTORE, about, LINE, DAY);
    }

    private static String chosen(Decision decision) {
        return decision.agreement() == null ? "rules" : decision.agreement().name() + "/" + decision.row();
    }

    private static final Bearings PLAIN = fault(ERP, FaultLevel.LEVEL_III, "P2");

    @Test
    void withoutAgreementsTheRulesDecide() {
        assertThat(chosen(decide(PLAIN))).isEqualTo("rules");
    }

    @Test
    void whatNamesTheSystemGoesBeforeTheNearestUnitAndThatBeforeAllOthers() {
        var everybody = agreement("everybody", List.of(), List.of(), promise(ClockName.RESTORE, "PT9H"));
        var hq = agreement("hq", List.of(HQ), List.of(), promise(ClockName.RESTORE, "PT8H"));
        var branch = agreement("branch", List.of(BRANCH), List.of(), promise(ClockName.RESTORE, "PT7H"));
        var erp = agreement("erp", List.of(), List.of(ERP), promise(ClockName.RESTORE, "PT6H"));
        var both = agreement("both", List.of(HQ), List.of(ERP), promise(ClockName.RESTORE, "PT5H"));
        assertThat(chosen(decide(PLAIN, everybody, hq, branch, erp, both))).isEqualTo("both/1");
        assertThat(chosen(decide(PLAIN, everybody, hq, branch, erp))).isEqualTo("erp/1");
        assertThat(chosen(decide(PLAIN, everybody, hq, branch))).isEqualTo("branch/1");
        assertThat(chosen(decide(PLAIN, everybody, hq))).isEqualTo("hq/1");
        assertThat(chosen(decide(PLAIN, everybody))).isEqualTo("everybody/1");
    }

    @Test
    void amongEqualsTheEarlierOneDecides() {
        var first = agreement("first", List.of(), List.of(), promise(ClockName.RESTORE, "PT1H"));
        var second = agreement("second", List.of(), List.of(), promise(ClockName.RESTORE, "PT2H"));
        assertThat(decide(PLAIN, first, second).steps())
                .containsExactly(
                        new Step("first", AgreementKind.SLA, Verdict.DECIDES, 1),
                        new Step("second", AgreementKind.SLA, Verdict.NOT_ASKED, null));
    }

    @Test
    void inAnAgreementTheFirstPromiseThatFitsDecides() {
        var graded = agreement(
                "graded",
                List.of(),
                List.of(),
                only(ClockName.RESTORE, "PT1H", List.of("LEVEL_I"), List.of()),
                only(ClockName.RESTORE, "PT2H", List.of(), List.of("P1", "P2")),
                promise(ClockName.RESTORE, "PT4H"));
        assertThat(chosen(decide(fault(ERP, FaultLevel.LEVEL_I, "P4"), graded))).isEqualTo("graded/1");
        assertThat(chosen(decide(fault(ERP, FaultLevel.LEVEL_II, "P2"), graded)))
                .isEqualTo("graded/2");
        assertThat(chosen(decide(fault(ERP, FaultLevel.LEVEL_II, null), graded)))
                .isEqualTo("graded/3");
    }

    @Test
    void itSaysWhyTheOthersDoNotDecide() {
        var over = agreement(
                "over",
                AgreementKind.SLA,
                List.of(),
                List.of(),
                null,
                DAY.minusDays(1),
                List.of(),
                promise(ClockName.RESTORE, "PT1H"));
        var later = agreement(
                "later",
                AgreementKind.SLA,
                List.of(),
                List.of(),
                DAY.plusDays(1),
                null,
                List.of(),
                promise(ClockName.RESTORE, "PT1H"));
        var elsewhere = agreement("elsewhere", List.of(OTHER), List.of(), promise(ClockName.RESTORE, "PT1H"));
        var another = agreement("another", List.of(), List.of(OTHER), promise(ClockName.RESTORE, "PT1H"));
        var silent = agreement("silent", List.of(), List.of(), promise(ClockName.RESPONSE, "PT1H"));
        var without = agreement(
                "without",
                AgreementKind.SLA,
                List.of(),
                List.of(),
                null,
                null,
                List.of("FAULT"),
                promise(ClockName.RESTORE, "PT1H"));
        var vendor = agreement(
                "vendor",
                AgreementKind.UC,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                promise(ClockName.VENDOR, "PT1H"));
        var decision = decide(PLAIN, over, later, elsewhere, another, silent, without, vendor);
        assertThat(chosen(decision)).isEqualTo("rules");
        assertThat(decision.steps())
                .extracting(Step::agreement, Step::verdict)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("another", Verdict.OTHER_SYSTEM),
                        org.assertj.core.groups.Tuple.tuple("over", Verdict.NOT_IN_FORCE),
                        org.assertj.core.groups.Tuple.tuple("later", Verdict.NOT_IN_FORCE),
                        org.assertj.core.groups.Tuple.tuple("elsewhere", Verdict.OTHER_UNIT),
                        org.assertj.core.groups.Tuple.tuple("silent", Verdict.NO_PROMISE),
                        org.assertj.core.groups.Tuple.tuple("without", Verdict.LEFT_OUT));
    }

    @Test
    void anAgreementHoldsFromItsFirstDayToItsLast() {
        var one = agreement(
                "one",
                AgreementKind.SLA,
                List.of(),
                List.of(),
                DAY,
                DAY,
                List.of(),
                promise(ClockName.RESTORE, "PT1H"));
        assertThat(chosen(decide(PLAIN, one))).isEqualTo("one/1");
    }

    private static Agreement shared(String name, AgreementKind kind, List<UUID> units, Agreement.Share... shares) {
        return new Agreement(
                name,
                kind,
                null,
                null,
                units,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(shares));
    }

    @Test
    void theNearestAgreementBetweenLinesThatSharesAnythingSharesTheTime() {
        var all = shared("all", AgreementKind.OLA, List.of(), new Agreement.Share(1, 100));
        var branch = shared(
                "branch", AgreementKind.OLA, List.of(BRANCH), new Agreement.Share(1, 30), new Agreement.Share(2, 70));
        var empty = shared("empty", AgreementKind.OLA, List.of(OFFICE));
        var other = shared("other", AgreementKind.OLA, List.of(OTHER), new Agreement.Share(3, 100));
        var sla = shared("sla", AgreementKind.SLA, List.of(OFFICE), new Agreement.Share(4, 100));
        assertThat(shares(all, branch, empty, other, sla))
                .containsExactly(new Agreement.Share(1, 30), new Agreement.Share(2, 70));
        assertThat(shares(all, empty, other, sla)).containsExactly(new Agreement.Share(1, 100));
        assertThat(shares(empty, other, sla)).isEmpty();
    }

    private static List<Agreement.Share> shares(Agreement... agreements) {
        return new DecisionTable(new Agreements(List.of(agreements))).shares(PLAIN, LINE, DAY);
    }
}
