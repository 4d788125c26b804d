package io.hengwei.platform.account.review;

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
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
@RequestMapping("/api/account-reviews")
class AccountReviewController {
    /// A round besides those of the schedule.
    record Begin(@NotNull UnitId unit) {}

    private final AccountReviewManagement management;
    private final AccountReviewQueries queries;
    private final Exports exports;
    private final RecordPages pages;
    private final RecordType<AccountReview, AccountReview.State, AccountReviewCommand> type;
    private final Clock clock;
    private final ZoneId zone;

    AccountReviewController(
            AccountReviewManagement management,
            AccountReviewQueries queries,
            Exports exports,
            RecordPages pages,
            RecordType<AccountReview, AccountReview.State, AccountReviewCommand> type,
            Clock clock,
            ZoneId zone) {
        this.management = management;
        this.queries = queries;
        this.exports = exports;
        this.pages = pages;
        this.type = type;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    Slice<AccountReviewQueries.Row> list(
            @ParameterObject @Valid AccountReviewQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid AccountReviewQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "account-review:export",
                "account-reviews",
                format,
                AccountReviewQueries.Row.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Ack> open(@RequestBody @Valid Begin begin) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return Answers.opened(
                type.path(), management.open(new OpenAccountReview(begin.unit(), ReviewCause.PERIODIC, null, today)));
    }

    @GetMapping("/{id}")
    ResponseEntity<RecordView> one(@PathVariable RecordId id) {
        return Answers.shown(pages.of(type, id));
    }

    @PostMapping("/{id}/commands")
    ResponseEntity<Ack> perform(
            @PathVariable RecordId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid AccountReviewCommand command) {
        return Answers.done(management.perform(id, ETag.seen(seen), command));
    }
}
