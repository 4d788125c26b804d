package io.hengwei.platform.secret;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// The program must not start with this master key: what was sealed would not open. The remedy says what to do.
public class MasterKeyUnusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String remedy;

    MasterKeyUnusable(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /// Prints the reason and the remedy instead of a stack trace.
    static class Analyzer extends AbstractFailureAnalyzer<MasterKeyUnusable> {
        @Override
        protected FailureAnalysis analyze(Throwable root, MasterKeyUnusable cause) {
            return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
        }
    }
}
