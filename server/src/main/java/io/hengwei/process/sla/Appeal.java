package io.hengwei.process.sla;

import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;
import static io.hengwei.process.sla.Appeal.State.DISMISSED;
import static io.hengwei.process.sla.Appeal.State.LODGED;
import static io.hengwei.process.sla.Appeal.State.UPHELD;
import static io.hengwei.process.sla.Appeal.State.WITHDRAWN;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.sla.AppealCommand.Dismiss;
import io.hengwei.process.sla.AppealCommand.Uphold;
import io.hengwei.process.sla.AppealCommand.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/// An appeal against what a clock has counted, decided by somebody else than who asks.
@Table(schema = "sla", name = "appeal")
public class Appeal extends ProcessRecord<Appeal.State, AppealCommand> {
    public enum State implements RecordState {
        LODGED(Phase.OPEN, Turn.DESK),
        UPHELD(Phase.DONE, Turn.NONE),
        DISMISSED(Phase.DONE, Turn.NONE),
        WITHDRAWN(Phase.DONE, Turn.NONE);

        private final Standing standing;

        State(Phase phase, Turn turn) {
            standing = new Standing(phase, turn);
        }

        @Override
        public Standing standing() {
            return standing;
        }
    }

    static final Lifecycle<State, AppealCommand> LIFECYCLE = Lifecycle.<State, AppealCommand>startingIn(LODGED)
            .on(Uphold.class, from(LODGED), to(UPHELD))
            .on(Dismiss.class, from(LODGED), to(DISMISSED))
            .on(Withdraw.class, from(LODGED), to(WITHDRAWN));

    private UUID clock;
    private String clockName;
    private UUID record;
    private Instant partFrom;
    private Instant partTo;
    private long minutes;
    private @Nullable UserId decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String opinion;

    @SuppressWarnings("NullAway.Init")
    Appeal() {}

    /// @param counted what has been counted in the stretch so far
    Appeal(Birth birth, LodgeAppeal appeal, ClockName name, RecordCard card, Duration counted) {
        super(birth, card.number() + " " + card.title(), appeal.reason(), card.unit(), birth.by());
        clock = appeal.clock();
        clockName = name.name();
        record = card.id().value();
        partFrom = appeal.from();
        partTo = appeal.to();
        minutes = counted.toMinutes();
        concern(card.system());
    }

    @Override
    protected Lifecycle<State, AppealCommand> lifecycle() {
        return LIFECYCLE;
    }

    @Override
    protected void apply(AppealCommand command) {
        switch (command) {
            case Uphold uphold -> decide(uphold.opinion());
            case Dismiss dismiss -> decide(dismiss.opinion());
            case Withdraw withdraw -> {
                if (!by().equals(requester())) throw new Refused("maker-only");
            }
        }
    }

    private void decide(String word) {
        if (by().equals(requester())) throw new Refused("own-appeal");
        decidedBy = by();
        decidedAt = now();
        opinion = word;
    }

    UUID clock() {
        return clock;
    }

    Instant partFrom() {
        return partFrom;
    }

    Instant partTo() {
        return partTo;
    }

    Map<String, Object> details() {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("record", record);
        details.put("clock", clockName);
        details.put("from", partFrom);
        details.put("to", partTo);
        details.put("countedMinutes", minutes);
        details.put("decidedBy", decidedBy);
        details.put("decidedAt", decidedAt);
        details.put("opinion", opinion);
        details.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(details);
    }
}
