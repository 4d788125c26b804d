package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalCommand.*;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {
    /// Whoever is asked decides, whatever the own rights; breaking the glass needs a right besides.
    @Bean
    RecordType<Approval, ApprovalState, ApprovalCommand> approvals() {
        return new RecordType<>(
                "APPROVAL",
                "APR",
                "/api/approvals",
                Approval.class,
                ApprovalCommand.class,
                ApprovalState.LIFECYCLE,
                Set.of(Urge.class, Withdraw.class),
                Set.of(),
                Set.of(Approve.class, Reject.class, SendBack.class, HandOver.class, AddSign.class, Review.class),
                Approval::details);
    }

    @Bean
    Loop approvalLoop(Timekeeper timekeeper, Clock clock) {
        return new Loop("approval", timekeeper, new Bell(), clock);
    }
}
