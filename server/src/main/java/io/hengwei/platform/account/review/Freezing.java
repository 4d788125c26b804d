package io.hengwei.platform.account.review;

import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.identity.AccountCensus.Account;
import io.hengwei.platform.identity.AccountCensus.HeldRole;
import io.hengwei.platform.identity.AccountSettings;
import io.hengwei.platform.setting.Settings;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Takes down the accounts of a round as they stand at its beginning.
@Component
class Freezing {
    private final AccountCensus census;
    private final Reviewers reviewers;
    private final ReviewLines lines;
    private final Settings settings;
    private final Clock clock;

    Freezing(AccountCensus census, Reviewers reviewers, ReviewLines lines, Settings settings, Clock clock) {
        this.census = census;
        this.reviewers = reviewers;
        this.lines = lines;
        this.settings = settings;
        this.clock = clock;
    }

    List<FrozenAccount> of(OpenAccountReview review) {
        var accounts = review.person() == null
                ? unreviewed(review)
                : census.of(review.person()).stream().toList();
        var roles = census.roles(accounts.stream().map(Account::person).toList()).stream()
                .collect(Collectors.groupingBy(HeldRole::person));
        var now = clock.instant();
        var unused = now.minus(settings.value(AccountReviewSettings.UNUSED));
        var warned = now.plus(settings.value(AccountSettings.END_WARNING));
        return accounts.stream()
                .map(account ->
                        FrozenAccount.of(account, roles.getOrDefault(account.person(), List.of()), unused, warned))
                .toList();
    }

    /// Without those that are in another round of this period: a unit may have got a head of its own since.
    private List<Account> unreviewed(OpenAccountReview review) {
        var reviewed = lines.reviewed(review.asOf());
        return census.in(reviewers.territory(review.unit())).stream()
                .filter(account -> !reviewed.contains(account.person()))
                .toList();
    }
}
