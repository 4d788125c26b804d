package io.hengwei.process.sla;

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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/appeals")
class AppealController {
    private final Appeals appeals;
    private final AppealQueries queries;
    private final Exports exports;
    private final RecordPages pages;
    private final RecordType<Appeal, Appeal.State, AppealCommand> type;

    AppealController(
            Appeals appeals,
            AppealQueries queries,
            Exports exports,
            RecordPages pages,
            RecordType<Appeal, Appeal.State, AppealCommand> type) {
        this.appeals = appeals;
        this.queries = queries;
        this.exports = exports;
        this.pages = pages;
        this.type = type;
    }

    @GetMapping
    Slice<AppealQueries.Row> list(
            @ParameterObject @Valid AppealQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid AppealQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "appeal:export",
                "appeals",
                format,
                AppealQueries.Row.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Ack> lodge(@RequestBody @Valid LodgeAppeal appeal) {
        return Answers.opened(type.path(), appeals.lodge(appeal));
    }

    @GetMapping("/{id}")
    ResponseEntity<RecordView> one(@PathVariable RecordId id) {
        return Answers.shown(pages.of(type, id));
    }

    @PostMapping("/{id}/commands")
    ResponseEntity<Ack> perform(
            @PathVariable RecordId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid AppealCommand command) {
        return Answers.done(appeals.perform(id, ETag.seen(seen), command));
    }
}
