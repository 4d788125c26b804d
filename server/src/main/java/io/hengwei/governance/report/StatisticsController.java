package io.hengwei.governance.report;

import io.hengwei.process.incident.IncidentFilter;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatisticsController {
    private final StatisticsQuery statistics;

    StatisticsController(StatisticsQuery statistics) {
        this.statistics = statistics;
    }

    /// @param from opened not before
    /// @param to opened before
    @GetMapping("/api/statistics")
    Statistics of(
            @ParameterObject @Valid IncidentFilter filter,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return statistics.of(filter, from, to);
    }
}
