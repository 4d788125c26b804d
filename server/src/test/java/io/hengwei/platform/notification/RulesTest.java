package io.hengwei.platform.notification;

import static io.hengwei.platform.notification.Text.Key.ARRIVED;
import static io.hengwei.platform.notification.Text.Key.ASSIGNED;
import static io.hengwei.platform.notification.Text.Key.BREACHED;
import static io.hengwei.platform.notification.Text.Key.CHANGED;
import static io.hengwei.platform.notification.Text.Key.COMMENTED;
import static io.hengwei.platform.notification.Text.Key.GROUP_ASSIGNED;
import static io.hengwei.platform.notification.Text.Key.NOTED;
import static io.hengwei.platform.notification.Text.Key.VERIFY;
import static io.hengwei.platform.notification.Text.Key.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RulesTest {
    private static final UserId REQUESTER = person();
    private static final UserId ENGINEER = person();
    private static final UserId COLLEAGUE = person();
    private static final UserId WATCHER = person();
    private static final UserId DESK = person();
    private static final UserId LEADER = person();
    private static final GroupId GROUP = new GroupId(Ids.next());
    private static final UnitId UNIT = new UnitId(Ids.next());

    @Test
    void aDispatchReachesThePersonOrElseTheGroup() {
        var toPerson = Map.of("group", GROUP.toString(), "assignee", ENGINEER.toString());
        assertThat(hear("Dispatch", toPerson, "CLASSIFIED", "INVESTIGATING", Turn.HANDLER, ENGINEER))
                .isEqualTo(Map.of(ENGINEER, ASSIGNED, REQUESTER, CHANGED, WATCHER, CHANGED));
        assertThat(hear(
                        "Dispatch",
                        Map.of("group", GROUP.toString()),
                        "CLASSIFIED",
                        "INVESTIGATING",
                        Turn.HANDLER,
                        null))
                .isEqualTo(Map.of(
                        ENGINEER, GROUP_ASSIGNED, COLLEAGUE, GROUP_ASSIGNED, REQUESTER, CHANGED, WATCHER, CHANGED));
    }

    @Test
    void whatTheIncidentRaisesIsNoHandoverOfItself() {
        assertThat(hear(
                        "RaiseWorkOrder",
                        Map.of("group", GROUP.toString(), "assignee", COLLEAGUE.toString()),
                        "INVESTIGATING",
                        "INVESTIGATING",
                        Turn.HANDLER,
                        ENGINEER))
                .isEmpty();
    }

    @Test
    void whatIsNewIsHeardByThoseWhoConfirm() {
        assertThat(hear("OpenIncident", Map.of(), null, "RECORDED", Turn.DESK, null))
                .containsEntry(DESK, ARRIVED)
                .containsEntry(REQUESTER, CHANGED);
    }

    @Test
    void commentsReachRequesterAndHandlersAndNotesNeverTheRequester() {
        assertThat(hear("Comment", Map.of("text", "请重启"), null, null, null, ENGINEER))
                .isEqualTo(Map.of(REQUESTER, COMMENTED, ENGINEER, COMMENTED, WATCHER, COMMENTED));
        assertThat(hear("WorkNote", Map.of("text", "内部"), null, null, null, ENGINEER))
                .isEqualTo(Map.of(ENGINEER, NOTED, WATCHER, NOTED));
    }

    @Test
    void completionReturnsToWhoDispatchedAndDisputeToWhoHandles() {
        assertThat(hear("Resolve", Map.of(), "INVESTIGATING", "RESOLVED", Turn.DESK, ENGINEER))
                .containsEntry(DESK, CHANGED)
                .containsEntry(REQUESTER, CHANGED);
        assertThat(hear("Dispute", Map.of("reason", "x"), "VERIFYING", "INVESTIGATING", Turn.HANDLER, ENGINEER))
                .containsEntry(ENGINEER, CHANGED);
        assertThat(hear("Evaluate", Map.of(), "RESOLVED", "VERIFYING", Turn.REQUESTER, ENGINEER))
                .containsEntry(REQUESTER, VERIFY);
    }

    @Test
    void limitsWarnTheHandlersAndAMissedConfirmationReachesTheLeader() {
        assertThat(hear("ClockWarned", Map.of("clock", "RESTORE"), null, null, null, ENGINEER))
                .isEqualTo(Map.of(ENGINEER, WARNING));
        assertThat(hear("ClockBreached", Map.of("clock", "RESTORE"), null, null, null, ENGINEER))
                .isEqualTo(Map.of(ENGINEER, BREACHED, DESK, BREACHED));
        assertThat(hear("ClockBreached", Map.of("clock", "CONFIRM"), null, null, null, null))
                .containsEntry(LEADER, BREACHED);
    }

    private static Map<UserId, Text.Key> hear(
            String command, Map<String, String> body, String from, String to, Turn turn, UserId assignee) {
        var id = Ids.next();
        var group = assignee == null && !command.equals("Dispatch") ? null : GROUP;
        var card = new RecordCard(
                new RecordId(id),
                "INCIDENT",
                "INC0000001",
                "打印机",
                to == null ? "INVESTIGATING" : to,
                Phase.OPEN,
                Turn.HANDLER,
                null,
                null,
                UNIT,
                REQUESTER,
                group,
                assignee,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                2);
        var line = new JournalLine(
                1,
                Ids.next(),
                id,
                "INCIDENT",
                2,
                UNIT,
                command,
                1,
                JsonMapper.shared().valueToTree(body),
                from,
                to,
                null,
                null,
                DESK,
                Instant.EPOCH,
                Instant.EPOCH);
        var holders = Map.of(
                "incident:confirm",
                Set.of(DESK),
                "incident:dispatch",
                Set.of(DESK),
                "incident:regrade",
                Set.of(LEADER));
        return Rules.hearers(new Situation(
                line,
                card,
                turn,
                Set.of(WATCHER),
                DESK,
                ignored -> Set.of(ENGINEER, COLLEAGUE),
                p -> holders.getOrDefault(p, Set.of()),
                roles -> roles.contains("OPS_MANAGER") ? Set.of(LEADER) : Set.of()));
    }

    private static UserId person() {
        return new UserId(Ids.next());
    }
}
