package io.hengwei.platform.account;

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
@RequestMapping("/api/account-requests")
class AccountRequestController {
    private final AccountRequestManagement management;
    private final AccountRequestQueries queries;
    private final Exports exports;
    private final RecordPages pages;
    private final RecordType<AccountRequest, AccountRequest.State, AccountRequestCommand> type;

    AccountRequestController(
            AccountRequestManagement management,
            AccountRequestQueries queries,
            Exports exports,
            RecordPages pages,
            RecordType<AccountRequest, AccountRequest.State, AccountRequestCommand> type) {
        this.management = management;
        this.queries = queries;
        this.exports = exports;
        this.pages = pages;
        this.type = type;
    }

    @GetMapping
    Slice<AccountRequestQueries.Row> list(
            @ParameterObject @Valid AccountRequestQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid AccountRequestQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "account-request:export",
                "account-requests",
                format,
                AccountRequestQueries.Row.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Ack> open(@RequestBody @Valid OpenAccountRequest form) {
        return Answers.opened(type.path(), management.open(form));
    }

    @GetMapping("/{id}")
    ResponseEntity<RecordView> one(@PathVariable RecordId id) {
        return Answers.shown(pages.of(type, id));
    }

    @PostMapping("/{id}/commands")
    ResponseEntity<Ack> perform(
            @PathVariable RecordId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid AccountRequestCommand command) {
        return Answers.done(management.perform(id, ETag.seen(seen), command));
    }
}
