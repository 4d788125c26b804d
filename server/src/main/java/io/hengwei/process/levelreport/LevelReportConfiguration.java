package io.hengwei.process.levelreport;

import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import io.hengwei.process.levelreport.LevelReportCommand.Acknowledge;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LevelReportConfiguration {
    /// Whoever was told acknowledges, whatever the own rights.
    @Bean
    RecordType<LevelReport, LevelReport.State, LevelReportCommand> levelReportType() {
        return new RecordType<>(
                "LEVEL_REPORT",
                "LVR",
                "/api/level-reports",
                LevelReport.class,
                LevelReportCommand.class,
                LevelReport.LIFECYCLE,
                Set.of(),
                Set.of(),
                Set.of(Acknowledge.class),
                LevelReport::details);
    }

    @Bean
    Loop levelReportLoop(ReportWatch watch, Clock clock) {
        return new Loop("level-reports", watch, new Bell(), clock);
    }
}
