package io.hengwei.platform.account;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Accounts of persons who left (SYS-03).
@RestController
@RequestMapping("/api/leavers")
class LeaverController {
    private final LeaverQueries queries;
    private final Exports exports;

    LeaverController(LeaverQueries queries, Exports exports) {
        this.queries = queries;
        this.exports = exports;
    }

    @GetMapping
    Slice<LeaverQueries.Leaver> list(
            @RequestParam(required = false) LeaverQueries.@Nullable Leaving leaving,
            @ParameterObject @Valid Page page) {
        return queries.list(leaving, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @RequestParam(required = false) LeaverQueries.@Nullable Leaving leaving,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "account-request:export",
                "leavers",
                format,
                LeaverQueries.Leaver.class,
                (limit, each) -> queries.stream(leaving, page, limit, each));
    }
}
