package io.hengwei.platform.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// The program cannot or must not work with this database; the message says why, the remedy what to do.
public class DatabaseUnusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String remedy;

    DatabaseUnusable(String message, String remedy) {
        this(message, remedy, null);
    }

    DatabaseUnusable(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /// Prints the reason and the remedy instead of a stack trace.
    static class Analyzer extends AbstractFailureAnalyzer<DatabaseUnusable> {
        @Override
        protected FailureAnalysis analyze(Throwable root, DatabaseUnusable cause) {
            return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
        }
    }
}
