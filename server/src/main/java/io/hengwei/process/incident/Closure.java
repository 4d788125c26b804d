package io.hengwei.process.incident;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/// The way to the closed file (INC-18): the handler's report, the dispatcher's evaluation, the business's verification,
/// the archive number.
record Closure(
        @Embedded.Nullable(prefix = "resolution_") @Nullable Resolution resolution,
        @Embedded.Nullable(prefix = "evaluation_") @Nullable Evaluation evaluation,
        @Nullable Instant resolvedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant closedAt,
        @Nullable String archiveNumber) {
    static Closure resolved(Resolution report) {
        return new Closure(report, null, report.at(), null, null, null);
    }

    Closure evaluated(Evaluation opinion) {
        refuseOwnWork(opinion.by(), "evaluate-own-work");
        return new Closure(resolution, opinion, resolvedAt, null, null, null);
    }

    Closure verified(UserId by, @Nullable UserId requester, Instant at) {
        if (!by.equals(requester)) refuseOwnWork(by, "verify-own-work");
        return new Closure(resolution, evaluation, resolvedAt, at, null, null);
    }

    Closure filed(String number, Instant at) {
        return new Closure(
                resolution,
                evaluation,
                resolvedAt,
                verifiedAt,
                at,
                "AR-" + at.atZone(ZoneOffset.UTC).getYear() + "-" + number);
    }

    /// Nobody judges his own work.
    private void refuseOwnWork(UserId by, String reason) {
        if (resolution != null && resolution.by().equals(by)) throw new Refused(reason);
    }
}
