package io.hengwei.demo;

import java.util.Random;

/// Which turns a story takes.
record Turns(
        Way way,
        boolean portal,
        boolean waits,
        boolean returned,
        boolean handedOver,
        boolean held,
        boolean partly,
        boolean disputed,
        boolean reopened,
        boolean slow,
        boolean talkative) {
    enum Way {
        BY_DESK,
        BY_GROUP,
        BY_ORDER,
        CANCELLED,
        MERGED
    }

    static Turns of(Matter matter, Random dice) {
        return new Turns(
                way(matter, dice),
                !matter.isAlert() && !matter.isMajor() && in(dice, 28),
                matter.needsOthers() || in(dice, 9),
                in(dice, 7),
                in(dice, 8),
                in(dice, 9),
                in(dice, 5),
                in(dice, 6),
                in(dice, 4),
                in(dice, 9),
                in(dice, 40));
    }

    /// Straight on, but for what a story is to show.
    static Turns straight(Way way) {
        return new Turns(way, false, false, false, false, false, false, false, false, false, true);
    }

    Turns waiting() {
        return new Turns(way, portal, true, returned, handedOver, held, partly, disputed, reopened, slow, talkative);
    }

    Turns sentBack() {
        return new Turns(way, portal, waits, true, handedOver, held, partly, disputed, reopened, slow, talkative);
    }

    Turns onHold() {
        return new Turns(way, portal, waits, returned, handedOver, true, partly, disputed, reopened, slow, talkative);
    }

    Turns solvedInPart() {
        return new Turns(way, portal, waits, returned, handedOver, held, true, disputed, reopened, slow, talkative);
    }

    Turns late() {
        return new Turns(way, portal, waits, returned, handedOver, held, partly, disputed, reopened, true, talkative);
    }

    private static Way way(Matter matter, Random dice) {
        if (in(dice, 3)) return Way.CANCELLED;
        if (in(dice, 4)) return Way.MERGED;
        if (matter.forDesk()) return in(dice, 90) ? Way.BY_DESK : Way.BY_GROUP;
        if (matter.onSite()) return in(dice, 82) ? Way.BY_ORDER : Way.BY_DESK;
        return in(dice, 62) ? Way.BY_GROUP : in(dice, 60) ? Way.BY_ORDER : Way.BY_DESK;
    }

    static boolean in(Random dice, int percent) {
        return dice.nextInt(100) < percent;
    }
}
