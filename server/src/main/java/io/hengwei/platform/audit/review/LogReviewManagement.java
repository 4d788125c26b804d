package io.hengwei.platform.audit.review;

import io.hengwei.platform.audit.review.LogReviewCommand.Submit;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// What can be done with log reviews.
@Service
public class LogReviewManagement {
    static final String FOLLOW_UP = "audit:follow-up";

    private final RecordType<LogReview, LogReview.State, LogReviewCommand> type;
    private final Operations operations;
    private final Anomalies anomalies;
    private final Directory directory;
    private final Settings settings;
    private final Clock clock;
    private final ZoneId zone;

    LogReviewManagement(
            RecordType<LogReview, LogReview.State, LogReviewCommand> type,
            Operations operations,
            Anomalies anomalies,
            Directory directory,
            Settings settings,
            Clock clock,
            ZoneId zone) {
        this.type = type;
        this.operations = operations;
        this.anomalies = anomalies;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    public Ack open(OpenLogReview review) {
        directory.requireUnit(review.unit());
        if (!review.periodTo().isAfter(review.periodFrom()))
            throw Refused.invalid("period-backwards").at("periodTo");
        var title =
                "日志审查 %s – %s".formatted(review.periodFrom(), review.periodTo().minusDays(1));
        var due = clock.instant().plus(settings.value(ReviewSettings.LIMIT));
        try {
            return operations.open(
                    type, "open", review.unit(), review, birth -> new LogReview(birth, review, title, due));
        } catch (DuplicateKeyException e) {
            throw new Refused("period-reviewed-already");
        }
    }

    public Ack perform(RecordId id, long seen, LogReviewCommand command) {
        return operations.perform(
                type,
                id,
                seen,
                command,
                review -> {
                    if (command instanceof Submit) review.answeringFor(unanswered(review));
                },
                UnaryOperator.identity());
    }

    private int unanswered(LogReview review) {
        return operations.inConsequence(() -> anomalies.open(
                review.periodFrom().atStartOfDay(zone).toInstant(),
                review.periodTo().atStartOfDay(zone).toInstant()));
    }
}
