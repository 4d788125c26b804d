package io.hengwei.platform.record;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Performs operations from their data alone: what was held goes on this way once somebody has consented. Declared as a
/// bean by the module whose operations these are. What is `RepeatedByMaker` has none.
///
/// @param <O> the family of operations, or the one
public interface Performer<O extends Operation> {
    /// @param subject what it is done to; null where the operation makes something
    /// @param unit to which that belongs; null where it is nobody's in particular
    /// @param seenVersion in which its maker saw it; 0 where it has none
    record Task<O>(
            O operation, @Nullable UUID subject, @Nullable UnitId unit, long seenVersion) {
        /// What it is done to.
        ///
        /// @throws NotFound where the operation makes something
        public UUID thing() {
            if (subject == null) throw new NotFound(operation);
            return subject;
        }
    }

    /// What it can do, each a record; a command family names its members.
    List<Class<? extends O>> operations();

    /// Under which name rules and consents know it: what `commandName` says of each of its kind.
    default String name(Class<? extends O> member) {
        return member.getSimpleName();
    }

    /// The kind of thing they are done to, where several kinds have operations of these names; null for any.
    default @Nullable String kind() {
        return null;
    }

    /// Every command of a sealed family that a person performs.
    static <C extends RecordCommand> List<Class<? extends C>> commandsOf(Class<C> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .filter(member -> !AutomaticCommand.class.isAssignableFrom(member))
                .<Class<? extends C>>map(member -> member.asSubclass(family))
                .toList();
    }

    /// Does it in the name of whoever is bound as scope, with every check the maker would meet now.
    ///
    /// @return the id of what was made, or null
    @Nullable
    UUID perform(Task<O> task);

    /// Does what makes nothing.
    static @Nullable UUID done(Runnable act) {
        act.run();
        return null;
    }
}
