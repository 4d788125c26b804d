package io.hengwei.platform.record;

import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;

/// A thing with a number, a life cycle, people and a journal: the one base class, because every incident *is* a record.
/// State changes only by `perform`; whatever was performed waits here until `Records.save` writes it into the journal.
///
/// @param <S> its states
/// @param <C> its commands
public abstract class ProcessRecord<S extends Enum<S> & RecordState, C extends RecordCommand> {
    @Id
    private RecordId id;

    @Version
    private long version;

    private String number;
    private String title;
    private String description;
    private S state;
    private UnitId unit;
    private @Nullable UserId requester;
    private @Nullable GroupId assignmentGroup;
    private @Nullable UserId assignee;
    private @Nullable UUID system;
    private Instant openedAt;
    private Instant updatedAt;
    private @Nullable Instant doneAt;

    @Transient
    private final transient Story story = new Story();

    /// For the mapper.
    @SuppressWarnings("NullAway.Init")
    protected ProcessRecord() {}

    /// A new record in its first state; the opening is its first journal line.
    @SuppressWarnings("NullAway.Init")
    protected ProcessRecord(Birth birth, String title, String description, UnitId unit, @Nullable UserId requester) {
        this.id = birth.id();
        this.number = birth.number();
        this.title = title.strip();
        this.description = description.strip();
        this.unit = unit;
        this.requester = requester;
        this.openedAt = birth.at();
        this.updatedAt = birth.at();
        this.state = lifecycle().initial();
        story.begin(birth, state);
    }

    protected abstract Lifecycle<S, C> lifecycle();

    /// What the command does to the fields; the state has been checked, and is set when this returns.
    protected abstract void apply(C command);

    /// The record's own scale of gravity, for cards and clocks.
    public @Nullable String level() {
        return null;
    }

    public @Nullable String priority() {
        return null;
    }

    /// Class of the system concerned (A, B, C), for the choice of time limits.
    public @Nullable String systemClass() {
        return null;
    }

    /// What sort of matter it is within its kind (`FAULT`, `SERVICE_REQUEST`), for the choice of time limits.
    public @Nullable String matter() {
        return null;
    }

    /// What it waits for while it waits (`VENDOR`), for clocks that run only then.
    public @Nullable String waitsFor() {
        return null;
    }

    /// When this one record is to be finished, where somebody has said so; limits that rules set are no field of it.
    public @Nullable Instant dueAt() {
        return null;
    }

    /// Who takes part beyond requester and handlers, and therefore sees the record.
    public Set<UserId> participants() {
        return Set.of();
    }

    /// Whose word the record waits for now; each of them is a participant.
    public Set<UserId> asked() {
        return Set.of();
    }

    /// Whether the command counts only when a second person who is here confirms it with an own account.
    protected boolean takesTwo(C command) {
        return false;
    }

    /// Whether the command makes sense for this one, where its state alone does not tell.
    protected boolean admits(Class<?> command) {
        return true;
    }

    public final void perform(C command, UserId by, Instant now) {
        var from = state;
        var to = lifecycle().next(state, command);
        var before = Story.notable(this);
        story.performing(by, now);
        apply(command);
        state = to;
        updatedAt = now;
        doneAt = to.phase() == Phase.DONE ? Objects.requireNonNullElse(doneAt, now) : null;
        story.performed(command, Story.changes(before, this), from, to);
    }

    /// Tells other modules what no journal line carries; published when the record has been written.
    protected final void registerEvent(Object event) {
        story.tell(event);
    }

    final Story story() {
        return story;
    }

    final void requirePossible(C command) {
        lifecycle().next(state, command);
    }

    /// 412 when somebody changed the record since the person saw it.
    final void expect(long seen, Ack current) {
        if (version != seen) throw new Stale(current);
    }

    protected final UserId by() {
        return story.by();
    }

    protected final Instant now() {
        return story.at();
    }

    protected final void assignTo(@Nullable GroupId group, @Nullable UserId person) {
        assignmentGroup = group;
        assignee = person;
    }

    protected final void concern(@Nullable UUID system) {
        this.system = system;
    }

    protected final void rename(String title, String description) {
        this.title = title.strip();
        this.description = description.strip();
    }

    final void saved() {
        version++;
    }

    public final boolean isHandledBy(UserId person, Set<GroupId> groups) {
        return person.equals(assignee)
                || assignee == null && assignmentGroup != null && groups.contains(assignmentGroup);
    }

    public final RecordId id() {
        return id;
    }

    public final long version() {
        return version;
    }

    public final String number() {
        return number;
    }

    public final String title() {
        return title;
    }

    public final String description() {
        return description;
    }

    public final S state() {
        return state;
    }

    public final UnitId unit() {
        return unit;
    }

    public final @Nullable UserId requester() {
        return requester;
    }

    public final @Nullable GroupId assignmentGroup() {
        return assignmentGroup;
    }

    public final @Nullable UserId assignee() {
        return assignee;
    }

    public final @Nullable UUID system() {
        return system;
    }

    public final Instant openedAt() {
        return openedAt;
    }

    public final Instant updatedAt() {
        return updatedAt;
    }

    public final @Nullable Instant doneAt() {
        return doneAt;
    }
}
