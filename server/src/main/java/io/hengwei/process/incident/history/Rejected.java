package io.hengwei.process.incident.history;

/// A row that cannot be taken, and why: the message `import.rejected.<reason>` with the detail.
final class Rejected extends Exception {
    private final String reason;
    private final String detail;

    Rejected(String reason, String detail) {
        super(reason + " " + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    String reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
