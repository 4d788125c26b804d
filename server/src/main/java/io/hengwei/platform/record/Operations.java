package io.hengwei.platform.record;

import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UnitId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way of everything that changes something: scope, permission, seen version, life cycle, gate, apply, write;
/// one act is one transaction, and a repeated request gets the first one's answer.
@Component
public class Operations {
    private static final UnaryOperator<Ack> NOTHING_ELSE = UnaryOperator.identity();

    private final Records records;
    private final Journal journal;
    private final Batch batch;
    private final Numbers numbers;
    private final List<Gate> gates;
    private final OneAct act;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Bell feedBell;

    Operations(
            Records records,
            Journal journal,
            Batch batch,
            Numbers numbers,
            List<Gate> gates,
            OneAct act,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock,
            Bell feedBell) {
        this.records = records;
        this.journal = journal;
        this.batch = batch;
        this.numbers = numbers;
        this.gates = gates;
        this.act = act;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.feedBell = feedBell;
    }

    /// Opens a record. The birth is given to `create`, which builds the aggregate.
    ///
    /// @param permission suffix of the permission needed in `unit` (`open`); null where the act itself is the
    ///   permission (self-service)
    public <R extends ProcessRecord<?, ?>> Ack open(
            RecordType<R, ?, ?> type,
            @Nullable String permission,
            UnitId unit,
            Operation opening,
            Function<Birth, R> create) {
        return open(type, permission, unit, opening, create, NOTHING_ELSE);
    }

    /// @param also what else belongs to the act (its first dispatch): runs when the record is written, in the same
    ///   transaction, and gives the answer
    public <R extends ProcessRecord<?, ?>> Ack open(
            RecordType<R, ?, ?> type,
            @Nullable String permission,
            UnitId unit,
            Operation opening,
            Function<Birth, R> create,
            UnaryOperator<Ack> also) {
        return act.once(Ack.class, () -> {
            var scope = Scope.current();
            var needed = permission == null ? null : type.permission(permission);
            if (needed != null) scope.require(needed, unit);
            pass(new Gate.Proposal(opening, needed, type.kind(), null, unit, 0, Map::of), scope);
            var record = create.apply(
                    new Birth(RecordId.next(), numbers.next(type.prefix()), clock.instant(), scope.me(), opening));
            return write(type, record, also);
        });
    }

    /// Performs a command on a record the person has seen in version `seen`.
    public <R extends ProcessRecord<S, C>, S extends Enum<S> & RecordState, C extends RecordCommand> Ack perform(
            RecordType<R, S, C> type, RecordId id, long seen, C command) {
        return perform(type, id, seen, command, ignored -> {}, NOTHING_ELSE);
    }

    /// @param prepare gives the aggregate the policies it judges by, before the command is applied
    /// @param also what else belongs to the act (raising an order): runs when the record is written, in the same
    ///   transaction, and gives the answer
    public <R extends ProcessRecord<S, C>, S extends Enum<S> & RecordState, C extends RecordCommand> Ack perform(
            RecordType<R, S, C> type, RecordId id, long seen, C command, Consumer<R> prepare, UnaryOperator<Ack> also) {
        return act.once(Ack.class, () -> {
            var scope = Scope.current();
            var record = visible(type, id, scope);
            var needed = type.permission(command.getClass());
            if (!type.allows(scope, record, command.getClass())) throw new Forbidden(needed);
            record.expect(seen, Ack.of(type, record));
            record.requirePossible(command);
            pass(
                    new Gate.Proposal(
                            command,
                            needed,
                            type.kind(),
                            id.value(),
                            record.unit(),
                            seen,
                            record.takesTwo(command),
                            () -> type.details().apply(record)),
                    scope);
            prepare.accept(record);
            record.perform(command, scope.me(), clock.instant());
            return write(type, record, also);
        });
    }

    /// As `perform`, in whatever version the record is: for timers and for what follows from another act.
    public <R extends ProcessRecord<S, C>, S extends Enum<S> & RecordState, C extends RecordCommand> Ack performNow(
            RecordType<R, S, C> type, RecordId id, C command, Consumer<R> prepare) {
        return transactions.execute(ignored ->
                perform(type, id, visible(type, id, Scope.current()).version(), command, prepare, NOTHING_ELSE));
    }

    /// An administrative act: `work` does it, the journal keeps it.
    public <T> T administer(Act administrative, Class<T> answer, Supplier<T> work) {
        return act.once(answer, () -> {
            var scope = Scope.current();
            administrative.requirePermission(scope);
            pass(administrative.proposal(), scope);
            var result = work.get();
            var entry = Journal.Entry.plain(
                    administrative.subject(),
                    administrative.kind(),
                    0,
                    administrative.unit(),
                    administrative.operation(),
                    scope.me(),
                    clock.instant());
            write(journal.line(entry), result);
            return result;
        });
    }

    /// Adds a line to a record without changing its version: a comment, a note, a watcher, a file.
    public <T> T annotate(RecordCard card, String permission, Operation operation, Class<T> answer, Supplier<T> work) {
        return act.once(answer, () -> {
            card.require(permission);
            return noted(card, permission, operation, work);
        });
    }

    /// As `annotate`, also on a record that is over: for what is said beside it.
    public <T> T annotateBeside(
            RecordCard card, String permission, Operation operation, Class<T> answer, Supplier<T> work) {
        return act.once(answer, () -> {
            card.requireBeside(permission);
            return noted(card, permission, operation, work);
        });
    }

    private <T> T noted(RecordCard card, String permission, Operation operation, Supplier<T> work) {
        pass(
                new Gate.Proposal(
                        operation,
                        card.permission(permission),
                        card.kind(),
                        card.id().value(),
                        card.unit(),
                        0,
                        Map::of),
                Scope.current());
        var result = work.get();
        var entry = Journal.Entry.plain(
                card.id().value(),
                card.kind(),
                card.version(),
                card.unit(),
                operation,
                Scope.current().me(),
                clock.instant());
        write(journal.line(entry), result);
        return result;
    }

    /// Runs what follows from an act already permitted: in the name of the same person, but seeing everything and
    /// not asked for permissions again. Only inside a transaction.
    public <T> T inConsequence(Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("A consequence needs an act");
        if (Scope.current().trusted()) return work.get();
        batch.see(Sight.EVERYTHING);
        try {
            var result = Scope.as(Scope.current().asTrusted(), work);
            batch.see(Scope.current().sight());
            return result;
        } catch (RuntimeException e) {
            seeAsBefore(e);
            throw e;
        }
    }

    /// Whoever catches the failure goes on with the own eyes. (After a failed statement nobody goes on.)
    private void seeAsBefore(RuntimeException failure) {
        try {
            batch.see(Scope.current().sight());
        } catch (DataAccessException lost) {
            failure.addSuppressed(lost);
        }
    }

    /// Until the present act ends nobody else changes these records. They are locked in one order, so that two acts
    /// wait for one another and never each for the other.
    public void hold(RecordType<?, ?, ?> type, RecordId... ids) {
        batch.run(List.of(records.lock(type, List.of(ids))));
    }

    public <R extends ProcessRecord<?, ?>> R visible(RecordType<R, ?, ?> type, RecordId id) {
        return transactions.execute(ignored -> visible(type, id, Scope.current()));
    }

    private <R extends ProcessRecord<?, ?>> R visible(RecordType<R, ?, ?> type, RecordId id, Scope scope) {
        var record = records.load(type.aggregate(), id);
        if (!type.visible(scope, record)) throw new NotFound(id);
        return record;
    }

    private void pass(Gate.Proposal proposal, Scope scope) {
        for (var gate : gates) {
            switch (gate.judge(proposal, scope)) {
                case Gate.Verdict.Allowed allowed -> {}
                case Gate.Verdict.Refused refused -> throw new Refused(refused.reason());
                case Gate.Verdict.Held held -> throw new Held(held.consent());
            }
        }
    }

    private Ack write(RecordType<?, ?, ?> type, ProcessRecord<?, ?> record, UnaryOperator<Ack> also) {
        var statements = new ArrayList<>(records.statements(type, record));
        var ack = Ack.of(type, record);
        if (also == NOTHING_ELSE) act.remember(ack).ifPresent(statements::add);
        Records.requireOne(send(type, record, statements), type, record);
        record.story().takeEvents().forEach(events::publishEvent);
        if (also == NOTHING_ELSE) return ack;
        var answer = also.apply(ack);
        act.remember(answer).ifPresent(s -> batch.run(List.of(s)));
        return answer;
    }

    /// Whoever hands a record to where he cannot see it (a transfer, a return) may still write that last change.
    private int send(RecordType<?, ?, ?> type, ProcessRecord<?, ?> record, List<Statement> statements) {
        feedBell.ringAfterCommit();
        if (type.visible(Scope.current(), record)) return batch.run(statements);
        return inConsequence(() -> batch.run(statements));
    }

    private void write(Statement line, @Nullable Object answer) {
        var statements = new ArrayList<>(List.of(line));
        act.remember(answer).ifPresent(statements::add);
        feedBell.ringAfterCommit();
        batch.run(statements);
    }
}
