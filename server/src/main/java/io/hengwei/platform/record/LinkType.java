package io.hengwei.platform.record;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;

/// How one record belongs to another. What an act has linked (raising, merging) is neither made nor undone by hand.
public enum LinkType {
    RAISED_FROM(false),
    RELATES_TO(true),
    DUPLICATE_OF(false),
    CAUSED_BY(true);

    private final boolean byHand;

    LinkType(boolean byHand) {
        this.byHand = byHand;
    }

    void requireByHand() {
        if (!byHand && !Scope.current().trusted()) throw new Refused("linked-by-act");
    }
}
