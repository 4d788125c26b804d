package io.hengwei.platform.audit;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Supplier;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The ledger's lines. They are of all units at once, so the permission is needed everywhere.
@RestController
@RequestMapping("/api/ledger/lines")
class LedgerController {
    private final LedgerQueries queries;
    private final Exports exports;
    private final Operations operations;
    private final TransactionTemplate transactions;

    LedgerController(LedgerQueries queries, Exports exports, Operations operations, TransactionTemplate transactions) {
        this.queries = queries;
        this.exports = exports;
        this.operations = operations;
        this.transactions = transactions;
    }

    @GetMapping
    Slice<LedgerQueries.Row> list(
            @ParameterObject @Valid LedgerQueries.Filter filter, @ParameterObject @Valid Page page) {
        return seeing(() -> queries.list(filter, page));
    }

    @GetMapping("/words")
    LedgerQueries.Words words() {
        return seeing(queries::words);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid LedgerQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        requireEverywhere(AuditConfiguration.EXPORT);
        return exports.file(
                AuditConfiguration.EXPORT,
                "ledger",
                format,
                LedgerQueries.Row.class,
                (limit, each) -> operations.inConsequence(() -> {
                    queries.stream(filter, page, limit, each);
                    return true;
                }));
    }

    @GetMapping("/{id}")
    LedgerQueries.Line one(@PathVariable UUID id) {
        return seeing(() -> queries.one(id));
    }

    private <T> T seeing(Supplier<T> work) {
        requireEverywhere(AuditConfiguration.READ);
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }

    static void requireEverywhere(String permission) {
        if (!Scope.current().reach(permission).everywhere()) throw new Forbidden(permission);
    }
}
