package io.hengwei.process.levelreport;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.page.Answers;
import io.hengwei.platform.record.page.RecordPages;
import io.hengwei.platform.record.page.RecordView;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reports of levels to those who have to know, and their word that they do (INC-20, 21).
@RestController
@RequestMapping("/api/level-reports")
class LevelReportController {
    private final LevelReports reports;
    private final LevelReportQueries queries;
    private final Exports exports;
    private final RecordPages pages;
    private final RecordType<LevelReport, LevelReport.State, LevelReportCommand> type;

    LevelReportController(
            LevelReports reports,
            LevelReportQueries queries,
            Exports exports,
            RecordPages pages,
            RecordType<LevelReport, LevelReport.State, LevelReportCommand> type) {
        this.reports = reports;
        this.queries = queries;
        this.exports = exports;
        this.pages = pages;
        this.type = type;
    }

    @GetMapping
    Slice<LevelReportQueries.Row> list(
            @ParameterObject @Valid LevelReportQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid LevelReportQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "level-report:export",
                "level-reports",
                format,
                LevelReportQueries.Row.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }

    @GetMapping("/{id}")
    ResponseEntity<RecordView> one(@PathVariable RecordId id) {
        return Answers.shown(pages.of(type, id));
    }

    @PostMapping("/{id}/commands")
    ResponseEntity<Ack> perform(
            @PathVariable RecordId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid LevelReportCommand command) {
        return Answers.done(reports.perform(id, ETag.seen(seen), command));
    }
}
