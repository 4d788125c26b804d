package io.hengwei.platform.record;

import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What every module may know of a record of any kind.
public record RecordCard(
        RecordId id,
        String kind,
        String number,
        String title,
        String state,
        Phase phase,
        Turn turn,
        @Nullable String level,
        @Nullable String priority,
        UnitId unit,
        @Nullable UserId requester,
        @Nullable GroupId assignmentGroup,
        @Nullable UserId assignee,
        @Nullable UUID system,
        @Nullable String systemClass,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant nextDueAt,
        List<UUID> participants,
        List<UUID> asked,
        long version) {
    private static final Set<String> PARTICIPANTS_MAY = Set.of("comment", "note", "attach", "link");
    private static final Set<String> REQUESTER_MAY = Set.of("comment", "attach");

    String permission(String act) {
        return kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ":" + act;
    }

    public boolean isVisible() {
        var scope = Scope.current();
        return scope.admits(permission("read"))
                && (scope.may(permission("read"), unit) || isRequester(scope) || handles(scope) || takesPart(scope));
    }

    /// May the person do this act that changes no version (comment, note, attach, link)? What is over is read-only, but
    /// for links (INC-38).
    public boolean allows(String act) {
        return (phase != Phase.DONE || act.equals("link")) && allowsBeside(act);
    }

    /// As `allows`, also when the record is over: for what is said beside it and not in it.
    public boolean allowsBeside(String act) {
        var scope = Scope.current();
        if (scope.may(permission(act), unit)) return true;
        if (!scope.admits(permission(act))) return false;
        return (handles(scope) || takesPart(scope)) && PARTICIPANTS_MAY.contains(act)
                || isRequester(scope) && REQUESTER_MAY.contains(act);
    }

    /// Refuses with 403 what `allows` does not; whoever sees a record may watch it.
    public void require(String act) {
        if (act.equals("watch") ? !isVisible() : !allows(act)) throw new Forbidden(permission(act));
    }

    public void requireBeside(String act) {
        if (!allowsBeside(act)) throw new Forbidden(permission(act));
    }

    /// Internal notes are for those who work on the record, never for its requester.
    public boolean seesNotes() {
        var scope = Scope.current();
        return scope.admits(permission("read"))
                && (scope.may(permission("read"), unit) || handles(scope) || takesPart(scope));
    }

    private boolean takesPart(Scope scope) {
        return participants.contains(scope.me().value());
    }

    private boolean isRequester(Scope scope) {
        return scope.me().equals(requester);
    }

    private boolean handles(Scope scope) {
        return scope.me().equals(assignee)
                || assignmentGroup != null && scope.groups().contains(assignmentGroup);
    }
}
