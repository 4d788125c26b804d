package io.hengwei.process.sla;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Missed limits with their causes and measures (SLA-08).
@RestController
@RequestMapping("/api/breaches")
class BreachController {
    private final BreachQueries queries;
    private final Breaches breaches;
    private final Exports exports;

    BreachController(BreachQueries queries, Breaches breaches, Exports exports) {
        this.queries = queries;
        this.breaches = breaches;
        this.exports = exports;
    }

    @GetMapping
    Slice<BreachQueries.Row> list(
            @ParameterObject @Valid BreachQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid BreachQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "incident:export",
                "breaches",
                format,
                BreachQueries.Row.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void account(@RequestBody @Valid AccountForBreach account) {
        breaches.account(account);
    }
}
