package io.hengwei.process.sla;

/// What a record may be without, where lists are narrowed to those that are.
enum Lacking {
    GROUP("k.assignment_group is null"),
    SYSTEM("k.system is null"),
    PRIORITY("k.priority is null");

    private final String condition;

    Lacking(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
