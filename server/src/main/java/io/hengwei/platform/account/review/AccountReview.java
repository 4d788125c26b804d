package io.hengwei.platform.account.review;

import static io.hengwei.platform.account.review.AccountReview.State.COMPLETED;
import static io.hengwei.platform.account.review.AccountReview.State.FOLLOWING;
import static io.hengwei.platform.account.review.AccountReview.State.LAPSED;
import static io.hengwei.platform.account.review.AccountReview.State.REVIEWING;
import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;

import io.hengwei.platform.account.review.AccountReviewCommand.*;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Table;

/// A round in which the department head says of each account whether it stays as it is (账号权限复核).
@Table(schema = "account", name = "account_review")
public class AccountReview extends ProcessRecord<AccountReview.State, AccountReviewCommand> {
    public enum State implements RecordState {
        REVIEWING(Phase.OPEN, Turn.APPROVER),
        FOLLOWING(Phase.WAITING, Turn.NONE),
        COMPLETED(Phase.DONE, Turn.NONE),
        LAPSED(Phase.DONE, Turn.NONE);

        private final Standing standing;

        State(Phase phase, Turn turn) {
            standing = new Standing(phase, turn);
        }

        @Override
        public Standing standing() {
            return standing;
        }
    }

    // spotless:off
    static final Lifecycle<State, AccountReviewCommand> LIFECYCLE = Lifecycle.<State, AccountReviewCommand>startingIn(
                    REVIEWING)
            .in(Decide.class, from(REVIEWING))
            .on(Confirm.class, from(REVIEWING), to(FOLLOWING))
            .in(Ask.class, from(REVIEWING))
            .on(Lapse.class, from(REVIEWING), to(LAPSED))
            .in(Waive.class, from(FOLLOWING))
            .in(Settle.class, from(FOLLOWING))
            .on(Conclude.class, from(FOLLOWING), to(COMPLETED))
            .naturally(REVIEWING, Confirm.class);
    // spotless:on

    private ReviewCause cause;
    private @Nullable UserId person;
    private LocalDate asOf;
    private Instant dueAt;
    private String asked;
    private int accounts;
    private int undecided;
    private int followUps;
    private @Nullable UserId confirmedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable String opinion;

    @Transient
    private transient @Nullable ReviewSheet sheet;

    @SuppressWarnings("NullAway.Init")
    AccountReview() {}

    AccountReview(Birth birth, OpenAccountReview review, String title, Instant dueAt, int accounts, Panel panel) {
        super(birth, title, "", review.unit(), null);
        cause = review.cause();
        person = review.person();
        asOf = review.asOf();
        this.dueAt = dueAt;
        this.accounts = accounts;
        undecided = accounts;
        asked = written(panel.all(true));
    }

    private static String written(Set<UserId> people) {
        return people.stream().map(UserId::toString).sorted().collect(Collectors.joining(" "));
    }

    @Override
    protected Lifecycle<State, AccountReviewCommand> lifecycle() {
        return LIFECYCLE;
    }

    /// What the next command is judged by, and changes.
    void on(ReviewSheet sheet) {
        this.sheet = sheet;
    }

    private ReviewSheet sheet() {
        return Objects.requireNonNull(sheet, "a command needs the lines");
    }

    @Override
    protected void apply(AccountReviewCommand command) {
        switch (command) {
            case Decide word -> {
                sheet().decide(word, by(), now());
                asked = written(sheet().asked());
            }
            case Confirm confirm -> confirm(confirm);
            case Ask ask -> asked = written(ask.people());
            case Lapse lapse -> asked = "";
            case Waive waive -> sheet().waive(waive.lines(), waive.reason(), now());
            case Settle settle -> sheet().settle(settle.lines(), now());
            case Conclude over -> requireNothingOpen();
        }
        undecided = sheet().undecided();
        followUps = confirmedAt == null ? 0 : sheet().open();
        if (confirmedAt != null && followUps == 0) asked = "";
    }

    private static Set<UserId> union(Set<UserId> some, UserId another) {
        var all = new LinkedHashSet<>(some);
        all.add(another);
        return all;
    }

    private void confirm(Confirm confirm) {
        sheet().requireConfirmable();
        confirmedBy = by();
        confirmedAt = now();
        opinion = confirm.comment();
        asked = written(union(asked(), by()));
    }

    private void requireNothingOpen() {
        if (sheet().open() > 0) throw new Refused("review-follow-ups-open", sheet().open());
    }

    ReviewCause cause() {
        return cause;
    }

    @Nullable
    UserId person() {
        return person;
    }

    @Override
    public @Nullable Instant dueAt() {
        return state() == REVIEWING ? dueAt : null;
    }

    /// Once it is confirmed, those who may still drop what follows.
    @Override
    public Set<UserId> asked() {
        return Stream.of(asked.split(" "))
                .filter(each -> !each.isBlank())
                .map(each -> new UserId(UUID.fromString(each)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whose account alone it is about sees it, as well as those whose word it waits for and who confirmed it.
    @Override
    public Set<UserId> participants() {
        var people = asked();
        if (person != null) people.add(person);
        if (confirmedBy != null) people.add(confirmedBy);
        return people;
    }

    Map<String, Object> details() {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("reviewCause", cause);
        details.put("person", person);
        details.put("asOf", asOf);
        details.put("dueAt", dueAt);
        details.put("accounts", accounts);
        details.put("undecided", undecided);
        details.put("followUps", followUps);
        details.put("confirmedBy", confirmedBy);
        details.put("confirmedAt", confirmedAt);
        details.put("opinion", opinion);
        details.values().removeIf(Objects::isNull);
        return Map.copyOf(details);
    }
}
