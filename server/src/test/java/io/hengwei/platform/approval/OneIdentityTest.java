package io.hengwei.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.approval.ApprovalRules.Mode;
import io.hengwei.platform.approval.ApprovalRules.OnRejection;
import io.hengwei.platform.approval.ApprovalRules.Stage;
import io.hengwei.platform.approval.ApprovalRules.Where;
import io.hengwei.platform.approval.ApprovalRules.Whom;
import io.hengwei.platform.approval.Course.Origin;
import io.hengwei.platform.approval.Course.Seat;
import io.hengwei.platform.approval.Course.Standing;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// No sequence of commands makes a guarded operation happen with one identity.
@HengweiTest
class OneIdentityTest {
    private static final int STEPS = 150;

    @Autowired
    ApplicationContext context;

    /// The maker holds every role that is asked, and tries whatever there is, in any order.
    @Test
    void whateverTheMakerTriesAloneNothingHappens() {
        var office = new Office(context);
        for (var role : List.of("EXECUTIVE", "QUALITY", "UNIT_IT")) office.grant(office.maker, role, office.branch);
        var other = office.person("EXECUTIVE", "QUALITY", "UNIT_IT");
        office.rule(
                "ChangeGroup",
                false,
                List.of(),
                Office.stage(Mode.ANY, null, "EXECUTIVE"),
                Office.stage(Mode.QUORUM, 2, "QUALITY", "UNIT_IT"));
        var before = office.groupName();
        var random = new Random(20261127);
        var consent = office.held("一人改名");
        for (int i = 0; i < STEPS; i++) {
            if (!office.state(consent).equals("PENDING")) consent = office.held("一人改名" + i);
            var answer = office.does(office.maker, consent, attempt(random, office.maker, other));
            assertThat(answer.getResponse().getStatus()).isIn(200, 400, 403, 409);
            assertThat(office.groupName()).as("step " + i).isEqualTo(before);
        }
    }

    private static String attempt(Random random, UserId maker, UserId other) {
        var person = random.nextBoolean() ? maker : other;
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "{'command':'Approve'}";
            case 3 -> "{'command':'Reject','reason':'x'}";
            case 4 -> "{'command':'SendBack','stage':1,'reason':'x'}";
            case 5 -> "{'command':'HandOver','person':'" + person + "','reason':'x'}";
            case 6 -> "{'command':'AddSign','person':'" + person + "','position':'BEFORE'}";
            case 7 -> "{'command':'BreakGlass','reason':'x'}";
            case 8 -> "{'command':'Review','finding':'JUSTIFIED','opinion':'x'}";
            default -> random.nextInt(8) == 0 ? "{'command':'Withdraw'}" : "{'command':'Urge'}";
        };
    }

    /// One person who was asked, and stands in for all others, counts as one.
    @Test
    void oneVoterNeverFillsAStageThatNeedsTwo() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var asked = 2 + random.nextInt(4);
            var needed = 2 + random.nextInt(asked - 1);
            var voter = person(0);
            var course = Course.of(List.of(quorum(needed), quorum(needed)))
                    .ask(IntStream.range(0, asked)
                            .mapToObj(i ->
                                    new Seat(person(i), i == 0 ? List.of() : List.of(voter), Origin.RULE, null, null))
                            .toList());
            for (int step = 0; step < 12; step++) course = tried(course, voter, random);
            assertThat(course.at()).as("seed " + seed).isZero();
            assertThat(course.now().standing()).as("seed " + seed).isNotEqualTo(Standing.PASSED);
        }
    }

    private static Course tried(Course course, UserId voter, Random random) {
        try {
            return switch (random.nextInt(4)) {
                case 0 -> course.transfer(voter, person(10 + random.nextInt(3)));
                case 1 -> course.standIns(ignored -> List.of(voter));
                case 2 -> course.vote(voter, random.nextInt(4) > 0, null, Instant.EPOCH);
                default -> course.vote(voter, true, null, Instant.EPOCH);
            };
        } catch (Refused e) {
            return course;
        }
    }

    private static Stage quorum(int count) {
        return new Stage(
                "复核",
                Whom.ROLES,
                List.of("OPS_MANAGER"),
                List.of(),
                Where.SUBJECT,
                Mode.QUORUM,
                count,
                OnRejection.COUNTS,
                null,
                false,
                List.of());
    }

    private static UserId person(int number) {
        return new UserId(new UUID(9, number));
    }
}
