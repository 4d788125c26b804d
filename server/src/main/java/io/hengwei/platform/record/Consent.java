package io.hengwei.platform.record;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The consent under which the present act is done: its journal lines name it, and the gate lets just that act pass.
public final class Consent {
    private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private Consent() {}

    /// @param consent the record of the consent, which names the checkers
    public static <T> T under(UUID consent, Supplier<T> work) {
        return ScopedValue.where(CURRENT, consent).call(work::get);
    }

    public static Optional<UUID> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
