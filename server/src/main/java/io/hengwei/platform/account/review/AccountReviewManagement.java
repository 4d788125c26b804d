package io.hengwei.platform.account.review;

import io.hengwei.platform.account.review.AccountReviewCommand.Conclude;
import io.hengwei.platform.account.review.AccountReviewCommand.Confirm;
import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.identity.AccountCensus.Account;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// What can be done with account reviews.
@Service
public class AccountReviewManagement {
    private final RecordType<AccountReview, AccountReview.State, AccountReviewCommand> type;
    private final Operations operations;
    private final Freezing freezing;
    private final Reviewers reviewers;
    private final ReviewLines lines;
    private final FollowUps followUps;
    private final AccountCensus census;
    private final Directory directory;
    private final Settings settings;
    private final Clock clock;

    AccountReviewManagement(
            RecordType<AccountReview, AccountReview.State, AccountReviewCommand> type,
            Operations operations,
            Freezing freezing,
            Reviewers reviewers,
            ReviewLines lines,
            FollowUps followUps,
            AccountCensus census,
            Directory directory,
            Settings settings,
            Clock clock) {
        this.type = type;
        this.operations = operations;
        this.freezing = freezing;
        this.reviewers = reviewers;
        this.lines = lines;
        this.followUps = followUps;
        this.census = census;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    public Ack open(OpenAccountReview review) {
        directory.requireUnit(review.unit());
        var frozen = new ArrayList<FrozenAccount>();
        try {
            return operations.open(
                    type,
                    "open",
                    review.unit(),
                    review,
                    birth -> operations.inConsequence(() -> {
                        frozen.addAll(freezing.of(review));
                        if (frozen.isEmpty()) throw new Refused("review-empty");
                        var due = birth.at().plus(settings.value(AccountReviewSettings.LIMIT));
                        return new AccountReview(
                                birth, review, title(review, frozen), due, frozen.size(), panel(review, frozen));
                    }),
                    ack -> operations.inConsequence(() -> {
                        lines.begin(ack.id(), review, frozen);
                        return ack;
                    }));
        } catch (DuplicateKeyException e) {
            throw new Refused("reviewed-already");
        }
    }

    private Panel panel(OpenAccountReview review, List<FrozenAccount> frozen) {
        return reviewers.of(
                review.unit(),
                review.person(),
                frozen.stream().map(each -> each.account().person()).toList());
    }

    /// Why it is reviewed stands beside it, in the language of whoever reads.
    private String title(OpenAccountReview review, List<FrozenAccount> frozen) {
        var about = review.person() == null
                ? directory.tree().get(review.unit()).name()
                : frozen.getFirst().account().name();
        return "%s · %s".formatted(about, review.asOf());
    }

    public Ack perform(RecordId id, long seen, AccountReviewCommand command) {
        var held = new AtomicReference<ReviewSheet>();
        return operations.perform(
                type,
                id,
                seen,
                command,
                review -> {
                    var sheet = operations.inConsequence(() -> sheet(review, command));
                    review.on(sheet);
                    held.set(sheet);
                },
                ack -> operations.inConsequence(() -> written(ack, command, Objects.requireNonNull(held.get()))));
    }

    private ReviewSheet sheet(AccountReview review, AccountReviewCommand command) {
        var sheet = sheet(review);
        if (command instanceof Confirm) settleWhatIsGone(sheet);
        return sheet;
    }

    private ReviewSheet sheet(AccountReview review) {
        var all = lines.of(review.id());
        var scope = Scope.current();
        var people = all.stream().map(ReviewLine::person).toList();
        var panel = reviewers.of(review.unit(), review.person(), people);
        var own = new HashSet<>(directory.absentFor(scope.me()));
        own.add(scope.me());
        var aboutOwn = review.person() != null && own.contains(review.person());
        var decides = !aboutOwn && (panel.includes(scope.me()) || heads(scope.me(), review));
        return new ReviewSheet(all, panel, own, decides);
    }

    /// Nothing follows where the account has gone in the meantime.
    private void settleWhatIsGone(ReviewSheet sheet) {
        var accounts = accounts(sheet);
        sheet.toFollow().stream()
                .filter(line -> !accounts.containsKey(line.person()))
                .forEach(line -> sheet.put(line.settled(clock.instant())));
    }

    private Map<UserId, Account> accounts(ReviewSheet sheet) {
        return census.of(sheet.toFollow().stream().map(ReviewLine::person).toList());
    }

    /// Whose word it waits for now.
    Set<UserId> askedNow(AccountReview review) {
        return sheet(review).asked();
    }

    /// Somebody whose right to confirm reaches this unit: its head, one above, or who stands in for one of them.
    private boolean heads(UserId person, AccountReview review) {
        return directory.peopleWith(type.permission("confirm"), review.unit()).contains(person);
    }

    private Ack written(Ack ack, AccountReviewCommand command, ReviewSheet sheet) {
        if (command instanceof Confirm) follow(ack.id(), sheet);
        lines.write(sheet.changed());
        var over = ack.state().equals(AccountReview.State.FOLLOWING.name()) && sheet.open() == 0;
        return over ? automatically(ack.id(), new Conclude()) : ack;
    }

    private void follow(RecordId review, ReviewSheet sheet) {
        var accounts = accounts(sheet);
        for (var line : sheet.toFollow()) {
            var account = accounts.get(line.person());
            if (account != null) sheet.put(line.asked(followUps.ask(review, line, account)));
        }
    }

    /// What the system itself does to a round, in whatever version it is; inside a transaction.
    Ack automatically(RecordId id, AccountReviewCommand command) {
        return perform(id, operations.visible(type, id).version(), command);
    }
}
