package io.hengwei.operations.monitoring;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/alert-events")
class AlertEventController {
    /// Answers with what came of it.
    record ReplayAlert() implements RepeatedByMaker {}

    private final AlertEventQueries queries;
    private final AlertPipeline pipeline;
    private final Operations operations;

    AlertEventController(AlertEventQueries queries, AlertPipeline pipeline, Operations operations) {
        this.queries = queries;
        this.pipeline = pipeline;
        this.operations = operations;
    }

    @GetMapping
    Slice<AlertEventQueries.Row> list(
            @ParameterObject @Valid AlertEventQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/{id}")
    AlertEventQueries.Details one(@PathVariable UUID id) {
        return queries.one(id);
    }

    /// Takes the whole delivery of this event again. What has been acted on stays as it is, so this may be repeated.
    @PostMapping("/{id}/replay")
    AlertEventQueries.Details replay(@PathVariable UUID id) {
        var origin = queries.origin(id);
        operations.administer(
                new Act(MonitoringConfiguration.REPLAY, origin.unit(), "ALERT_EVENT", id, new ReplayAlert()),
                Boolean.class,
                () -> true);
        pipeline.again(origin.source(), origin.raw());
        return queries.one(id);
    }
}
