package io.hengwei.platform.account;

import io.hengwei.platform.account.AccountRequestCommand.Withdraw;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountRequestConfiguration {
    @Bean
    RecordType<AccountRequest, AccountRequest.State, AccountRequestCommand> accountRequests() {
        return new RecordType<>(
                "ACCOUNT_REQUEST",
                "ACR",
                "/api/account-requests",
                AccountRequest.class,
                AccountRequestCommand.class,
                AccountRequest.LIFECYCLE,
                Set.of(Withdraw.class),
                Set.of(),
                Set.of(),
                AccountRequest::details);
    }

    @Bean
    Loop accountLoop(AccountEndings endings, Clock clock) {
        return new Loop("account", endings, new Bell(), clock);
    }

    @Bean
    Loop accountReminderLoop(Reminders reminders, Clock clock) {
        return new Loop("account-reminders", reminders, new Bell(), clock);
    }
}
