package io.hengwei.process.sla;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.LinkType;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.sla.AppealCommand.Uphold;
import io.hengwei.process.sla.ClockEvent.Correction;
import io.hengwei.process.sla.ClockStatements.Moved;
import io.hengwei.process.sla.ClockStatements.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What can be done with appeals. Whoever may write a note on a record may appeal for it; upheld, the clock is
/// corrected by an event of its own in the same transaction.
@Service
public class Appeals {
    private final RecordType<Appeal, Appeal.State, AppealCommand> type;
    private final Operations operations;
    private final Annotations annotations;
    private final RecordCards cards;
    private final Directory directory;
    private final ClockRows rows;
    private final ClockFold fold;
    private final ClockStatements statements;
    private final ClockNotices notices;
    private final Batch batch;
    private final Clock clock;

    Appeals(
            RecordType<Appeal, Appeal.State, AppealCommand> type,
            Operations operations,
            Annotations annotations,
            RecordCards cards,
            Directory directory,
            ClockRows rows,
            ClockFold fold,
            ClockNotices notices,
            Batch batch,
            Clock clock) {
        this.type = type;
        this.operations = operations;
        this.annotations = annotations;
        this.cards = cards;
        this.directory = directory;
        this.rows = rows;
        this.fold = fold;
        this.statements = new ClockStatements(fold);
        this.notices = notices;
        this.batch = batch;
        this.clock = clock;
    }

    @Transactional
    public Ack lodge(LodgeAppeal appeal) {
        var about = rows.find(appeal.clock()).orElseThrow(() -> new NotFound(appeal.clock()));
        var card = cards.visible(new RecordId(about.record()));
        card.requireBeside("note");
        if (!appeal.from().isBefore(appeal.to()))
            throw Refused.invalid("appeal-part").at("to");
        var part = appeal.within(about.state().startedAt(), clock.instant());
        var counted = counted(about.id(), part.from(), part.to());
        if (!counted.isPositive()) throw new Refused("appeal-nothing-counted");
        try {
            return operations.open(
                    type,
                    null,
                    card.unit(),
                    part,
                    birth -> new Appeal(birth, part, about.name(), card, counted),
                    ack -> linked(ack, card.id()));
        } catch (DuplicateKeyException e) {
            throw new Refused("appeal-open");
        }
    }

    private Ack linked(Ack ack, RecordId about) {
        operations.inConsequence(() -> annotations.link(ack.id(), new Annotations.Link(about, LinkType.RELATES_TO)));
        return ack;
    }

    public Ack perform(RecordId id, long seen, AppealCommand command) {
        var decided = new AtomicReference<Appeal>();
        return operations.perform(
                type,
                id,
                seen,
                command,
                appeal -> {
                    if (!(command instanceof AppealCommand.Withdraw)) requireOther(appeal);
                    decided.set(appeal);
                },
                ack -> command instanceof Uphold
                        ? operations.inConsequence(() -> correct(ack, Objects.requireNonNull(decided.get())))
                        : ack);
    }

    /// Neither who lodged it, which the appeal knows itself, nor whoever acts for that person now.
    private void requireOther(Appeal appeal) {
        var appellant = Objects.requireNonNull(appeal.requester());
        if (directory.delegatesOf(appellant).contains(Scope.current().me())) throw new Refused("own-appeal");
    }

    private Ack correct(Ack ack, Appeal appeal) {
        var about = rows.lock(appeal.clock()).orElseThrow(() -> new NotFound(appeal.clock()));
        var amount = counted(about.id(), appeal.partFrom(), appeal.partTo());
        if (!amount.isPositive()) throw new Refused("appeal-nothing-counted");
        var event = ClockEvent.correction(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new Correction(appeal.partFrom(), appeal.partTo(), amount));
        var steps = new ArrayList<Step>();
        var state = about.state();
        for (var each : ClockExplanation.corrected(rows.events(about.id()), fold, event)) {
            state = fold.apply(state, each);
            steps.add(new Step(each, state.target()));
        }
        var all = new ArrayList<>(statements.move(about, new Moved(state, steps)));
        var card = cards.find(new RecordId(about.record())).orElseThrow();
        all.add(notices.corrected(about, card, appeal, event.at()));
        batch.run(all);
        cards.due(rows.earliestDue(List.of(about.record())));
        return ack;
    }

    private Duration counted(UUID about, Instant from, Instant to) {
        var strip = ClockExplanation.strip(rows.events(about), fold, Map.of(), clock.instant());
        return Duration.of(strip.countedMicros(from, to), ChronoUnit.MICROS);
    }
}
