package io.hengwei.process.incident;

import io.hengwei.platform.record.RecordType;
import io.hengwei.process.incident.IncidentCommand.*;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IncidentConfiguration {
    /// Whoever reported it confirms or disputes the solution; whoever handles it works on it; the rest needs the right
    /// (INC-03).
    @Bean
    RecordType<Incident, IncidentState, IncidentCommand> incidents() {
        return new RecordType<>(
                "INCIDENT",
                "INC",
                "/api/incidents",
                Incident.class,
                IncidentCommand.class,
                IncidentState.LIFECYCLE,
                Set.of(Verify.class, Dispute.class, Reopen.class),
                Set.of(Confirm.class, RecordWork.class, Wait.class, Resume.class, Resolve.class),
                Set.of(),
                Incident::details);
    }
}
