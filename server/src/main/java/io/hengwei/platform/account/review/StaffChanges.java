package io.hengwei.platform.account.review;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the journal for people who have moved to another unit or got another post: what they hold was given for what
/// they did before, so the head of their unit is asked what stays (SYS-03). Nothing is asked where the change itself
/// came from an application, which said what the person holds afterwards.
@Component
class StaffChanges implements JournalConsumer {
    /// Within which lines of one act lie.
    private static final Duration ONE_ACT = Duration.ofMinutes(1);

    private final DueReviews reviews;
    private final Directory directory;
    private final JdbcClient db;
    private final ZoneId zone;

    StaffChanges(DueReviews reviews, Directory directory, JdbcClient db, ZoneId zone) {
        this.reviews = reviews;
        this.directory = directory;
        this.db = db;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "staff-changes";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        for (var line : lines)
            if (line.kind().equals("PERSON") && !line.isHistory())
                cause(line).filter(ignored -> !isAgreed(line)).ifPresent(cause -> open(line, cause));
    }

    private Optional<ReviewCause> cause(JournalLine line) {
        return switch (line.command()) {
            case "ChangePerson" -> hasMoved(line) ? Optional.of(ReviewCause.MOVED) : Optional.empty();
            case "SetAccount" -> hasNewPost(line) ? Optional.of(ReviewCause.POST_CHANGED) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// The line stands in the unit the person came from.
    private static boolean hasMoved(JournalLine line) {
        return line.unit() != null
                && line.body().path("active").asBoolean(false)
                && !line.text("unit").equals(line.unit().toString());
    }

    private boolean hasNewPost(JournalLine line) {
        var before = postBefore(line);
        return before != null && !before.equals(line.text("post"));
    }

    /// Null where none was known: what is filled in for the first time is no change.
    private @Nullable String postBefore(JournalLine line) {
        return db.sql("""
            select coalesce(body ->> 'post', '') from record.line_card where subject = ? and command = 'SetAccount' and id < ? order by id desc limit 1""")
                .param(line.subject())
                .param(line.id())
                .query(String.class)
                .optional()
                .filter(post -> !post.isEmpty())
                .orElse(null);
    }

    private boolean isAgreed(JournalLine line) {
        return db.sql("""
            select exists (select 1 from account.account_request where person = ? and state = 'EXECUTED' and done_at between ? and ?)""")
                .param(line.subject())
                .param(SqlValues.of(line.happenedAt().minus(ONE_ACT)))
                .param(SqlValues.of(line.happenedAt().plus(ONE_ACT)))
                .query(Boolean.class)
                .single();
    }

    private void open(JournalLine line, ReviewCause cause) {
        var person = new UserId(line.subject());
        if (directory.person(person).isEmpty()) return;
        var day = LocalDate.ofInstant(line.happenedAt(), zone);
        reviews.open(new OpenAccountReview(directory.unitOf(person), cause, person, day));
    }
}
