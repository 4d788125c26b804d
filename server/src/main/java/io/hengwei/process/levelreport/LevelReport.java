package io.hengwei.process.levelreport;

import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;
import static io.hengwei.process.levelreport.LevelReport.State.ACKNOWLEDGED;
import static io.hengwei.process.levelreport.LevelReport.State.LAPSED;
import static io.hengwei.process.levelreport.LevelReport.State.PASSED_UP;
import static io.hengwei.process.levelreport.LevelReport.State.SENT;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.levelreport.LevelReportCommand.Acknowledge;
import io.hengwei.process.levelreport.LevelReportCommand.CallOff;
import io.hengwei.process.levelreport.LevelReportCommand.NoteUnheard;
import io.hengwei.process.levelreport.LevelReportCommand.PassUp;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/// A report of a fault's level to those who have to know of it: the holders of one role over one unit. What follows
/// from their silence, or from their word, is another report.
@Table(schema = "levelreport", name = "level_report")
public class LevelReport extends ProcessRecord<LevelReport.State, LevelReportCommand> {
    public enum State implements RecordState {
        SENT(Phase.OPEN, Turn.APPROVER),
        ACKNOWLEDGED(Phase.DONE, Turn.NONE),
        PASSED_UP(Phase.DONE, Turn.NONE),
        LAPSED(Phase.DONE, Turn.NONE);

        private final Standing standing;

        State(Phase phase, Turn turn) {
            standing = new Standing(phase, turn);
        }

        @Override
        public Standing standing() {
            return standing;
        }
    }

    static final Lifecycle<State, LevelReportCommand> LIFECYCLE = Lifecycle.<State, LevelReportCommand>startingIn(SENT)
            .on(Acknowledge.class, from(SENT), to(ACKNOWLEDGED))
            .on(PassUp.class, from(SENT), to(PASSED_UP))
            .in(NoteUnheard.class, from(SENT))
            .on(CallOff.class, from(SENT), to(LAPSED))
            .naturally(SENT, Acknowledge.class);

    private UUID record;
    private String level;
    private String ruleRole;
    private String role;
    private UnitId over;
    private String told;
    private Instant dueAt;
    private boolean unheard;
    private @Nullable UserId acknowledgedBy;
    private @Nullable Instant acknowledgedAt;

    @SuppressWarnings("NullAway.Init")
    LevelReport() {}

    /// @param ruleRole the role of the rule by which it is told
    LevelReport(Birth birth, RecordCard fault, String level, String ruleRole, Rung rung, Instant dueAt) {
        super(birth, fault.number() + " " + fault.title(), "", fault.unit(), null);
        record = fault.id().value();
        this.level = level;
        this.ruleRole = ruleRole;
        role = rung.role();
        over = rung.over();
        told = rung.people().stream().map(UserId::toString).sorted().collect(Collectors.joining(" "));
        this.dueAt = dueAt;
        concern(fault.system());
    }

    @Override
    protected Lifecycle<State, LevelReportCommand> lifecycle() {
        return LIFECYCLE;
    }

    @Override
    protected void apply(LevelReportCommand command) {
        switch (command) {
            case Acknowledge word -> {
                if (!told().contains(by())) throw new Refused("not-told");
                acknowledgedBy = by();
                acknowledgedAt = now();
            }
            case NoteUnheard nobody -> unheard = true;
            case PassUp up -> {}
            case CallOff off -> {}
        }
    }

    private Set<UserId> told() {
        return Stream.of(told.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> new UserId(UUID.fromString(id)))
                .collect(Collectors.toSet());
    }

    @Override
    public String level() {
        return level;
    }

    @Override
    public Set<UserId> participants() {
        return told();
    }

    @Override
    public Set<UserId> asked() {
        return state() == SENT ? told() : Set.of();
    }

    @Override
    public @Nullable Instant dueAt() {
        return state() == SENT ? dueAt : null;
    }

    RecordId about() {
        return new RecordId(record);
    }

    String ruleRole() {
        return ruleRole;
    }

    /// Whether somebody still waits for its time to be over.
    boolean isWatched() {
        return !unheard;
    }

    Rung rung() {
        return new Rung(role, over, told());
    }

    Map<String, Object> details() {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("record", record);
        details.put("role", role);
        details.put("over", over);
        details.put("acknowledgedBy", acknowledgedBy);
        details.put("acknowledgedAt", acknowledgedAt);
        details.put("unheard", unheard ? true : null);
        details.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(details);
    }
}
