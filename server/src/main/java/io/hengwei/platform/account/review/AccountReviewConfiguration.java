package io.hengwei.platform.account.review;

import io.hengwei.platform.account.review.AccountReviewCommand.*;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountReviewConfiguration {
    @Bean
    RecordType<AccountReview, AccountReview.State, AccountReviewCommand> accountReviews() {
        return new RecordType<>(
                "ACCOUNT_REVIEW",
                "ARV",
                "/api/account-reviews",
                AccountReview.class,
                AccountReviewCommand.class,
                AccountReview.LIFECYCLE,
                Set.of(),
                Set.of(),
                Set.of(Decide.class, Confirm.class, Waive.class),
                AccountReview::details);
    }

    @Bean
    Loop accountReviewLoop(AccountReviewSchedule schedule, Clock clock) {
        return new Loop("account-reviews", schedule, new Bell(), clock);
    }
}
