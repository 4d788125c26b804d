package io.hengwei.process.incident.history;

/// A file that is not what its mapping says: the message `import.unreadable.<reason>` with the detail.
final class UnreadableFile extends RuntimeException {
    private final String reason;
    private final String detail;

    UnreadableFile(String reason, String detail) {
        super(reason + " " + detail);
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
