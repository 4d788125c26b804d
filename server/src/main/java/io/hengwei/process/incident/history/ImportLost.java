package io.hengwei.process.incident.history;

/// The import was cancelled, or another node works on it: what this one was about to write is given up.
final class ImportLost extends RuntimeException {
    ImportLost() {
        super("The import is no longer this node's", null, false, false);
    }
}
