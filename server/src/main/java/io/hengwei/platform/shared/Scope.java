package io.hengwei.platform.shared;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// On whose behalf the present work is done and how far that person's rights go. Bound for a request by the
/// sign-in filter and for timers, consumers, imports and seeds by `asSystem`; the transaction manager hands it to
/// PostgreSQL, where row-level security reads it. Where none is bound, nothing can be seen.
///
/// @param me the person who acts
/// @param sight what the person may read at all: the net under every list
/// @param groups maintenance groups the person belongs to
/// @param permissions how far each permission (`incident:resolve`) goes
/// @param trusted the system itself, or what follows from an act that was permitted: permissions are not asked
/// @param narrowed the only permissions an API token lets through, also where the person may act without a grant (as
/// requester or
///     handler); null when nothing is narrowed
public record Scope(
        UserId me,
        Sight sight,
        Set<GroupId> groups,
        Map<String, Reach> permissions,
        boolean trusted,
        @Nullable Set<String> narrowed) {
    public static final UserId SYSTEM = new UserId(new UUID(0, 1));
    private static final Scope NOBODY = new Scope(new UserId(new UUID(0, 0)), Sight.NOTHING, Set.of(), Map.of());
    private static final Scope THE_SYSTEM = new Scope(SYSTEM, Sight.EVERYTHING, Set.of(), Map.of(), true, null);
    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    /// A person's own scope, as sign-in finds it.
    public Scope(UserId me, Sight sight, Set<GroupId> groups, Map<String, Reach> permissions) {
        this(me, sight, groups, permissions, false, null);
    }

    public static Scope current() {
        return CURRENT.orElse(NOBODY);
    }

    public static <T> T as(Scope scope, Supplier<T> work) {
        return ScopedValue.where(CURRENT, scope).call(work::get);
    }

    public static <T> T asSystem(Supplier<T> work) {
        return as(THE_SYSTEM, work);
    }

    public static void asSystem(Runnable work) {
        ScopedValue.where(CURRENT, THE_SYSTEM).run(work);
    }

    /// A person whose act was permitted elsewhere: what follows from it stands in that person's name.
    public static Scope trusting(UserId person) {
        return new Scope(person, Sight.EVERYTHING, Set.of(), Map.of(), true, null);
    }

    /// For filters, whose chain throws checked exceptions.
    public static <T, X extends Throwable> T calling(Scope scope, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, scope).call(work);
    }

    public boolean isSystem() {
        return me.equals(SYSTEM);
    }

    public boolean isNobody() {
        return this == NOBODY;
    }

    /// The same person, for what follows from an act already permitted.
    public Scope asTrusted() {
        return new Scope(me, Sight.EVERYTHING, groups, permissions, true, null);
    }

    /// The same person with what an API token lets through.
    public Scope narrowedTo(@Nullable Set<String> permitted) {
        return new Scope(me, sight, groups, permissions, trusted, permitted);
    }

    public Reach reach(String permission) {
        if (trusted) return Reach.EVERYWHERE;
        return admits(permission) ? permissions.getOrDefault(permission, Reach.NOWHERE) : Reach.NOWHERE;
    }

    /// Whether this may be done at all with what was presented; who may act without a grant (requester, handler) is
    /// asked this too.
    public boolean admits(String permission) {
        return trusted || narrowed == null || narrowed.contains(permission);
    }

    public boolean may(String permission, UnitId unit) {
        return reach(permission).covers(unit);
    }

    public boolean maySomewhere(String permission) {
        return !reach(permission).isNowhere();
    }

    /// Refuses with 403 when the permission is held nowhere: for acts that belong to no unit.
    public void require(String permission) {
        if (!maySomewhere(permission)) throw new Forbidden(permission);
    }

    public void require(String permission, UnitId unit) {
        if (!may(permission, unit)) throw new Forbidden(permission);
    }
}
