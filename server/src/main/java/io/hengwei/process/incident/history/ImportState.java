package io.hengwei.process.incident.history;

enum ImportState {
    PREVIEWING,
    PREVIEWED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
