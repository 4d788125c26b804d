package io.hengwei.platform.account.review;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The accounts of rounds, line by line; decided by commands to their round.
@RestController
@RequestMapping("/api/account-review-lines")
class ReviewLineController {
    private final ReviewLineQueries queries;
    private final Exports exports;

    ReviewLineController(ReviewLineQueries queries, Exports exports) {
        this.queries = queries;
        this.exports = exports;
    }

    @GetMapping
    Slice<ReviewLineQueries.Line> list(
            @ParameterObject @Valid ReviewLineQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid ReviewLineQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "account-review:export",
                "account-review-lines",
                format,
                ReviewLineQueries.Exported.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }
}
