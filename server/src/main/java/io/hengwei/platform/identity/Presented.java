package io.hengwei.platform.identity;

import org.jspecify.annotations.Nullable;

/// What somebody presented with the present request. Bound by the sign-in filter; a timer, a consumer and a consent
/// that is carried out later have none.
public final class Presented {
    private static final ScopedValue<Credentials.Bearer> CURRENT = ScopedValue.newInstance();

    private Presented() {}

    public static Credentials.@Nullable Bearer current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /// For filters, whose chain throws checked exceptions.
    public static <T, X extends Throwable> T calling(Credentials.Bearer bearer, ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, bearer).call(work);
    }
}
