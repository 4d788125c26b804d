package io.hengwei.platform.audit.review;

import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What stands out in the ledger. Of all units at once, as the ledger is.
@RestController
@RequestMapping("/api/anomalies")
class AnomalyController {
    static final String READ = "audit:read";

    record Row(
            UUID id,
            Anomaly.Rule rule,
            Refs.@Nullable Person person,
            Instant happenedAt,
            Instant foundAt,
            int times,
            List<UUID> lines,
            @Nullable String followUp,
            @Nullable Instant followedAt) {}

    /// @param open only what nobody has answered for
    record Filter(
            @Nullable Set<Anomaly.Rule> rule,
            @Nullable UUID person,
            @Nullable Boolean open,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private static final Sort HAPPENED = Sort.newest("happenedAt", "a.happened_at");

    private final Anomalies anomalies;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    AnomalyController(Anomalies anomalies, JdbcClient db, TransactionTemplate transactions) {
        this.anomalies = anomalies;
        this.db = db;
        this.transactions = transactions;
    }

    @GetMapping
    Slice<Row> list(@ParameterObject @Valid Filter filter, @ParameterObject @Valid Page page) {
        if (!Scope.current().reach(READ).everywhere()) throw new Forbidden(READ);
        return Scope.asSystem(
                () -> transactions.execute(ignored -> query(filter).slice(db, page, "a.id", Row.class)));
    }

    private static Sql query(Filter filter) {
        return Sql.select("""
            a.id, a.rule, p.id as person_id, p.name as person_name, u.name as person_unit, a.happened_at, a.found_at, a.times, a.lines, a.follow_up, a.followed_at""")
                .from("audit.anomaly a")
                .decoratedBy(
                        "left join identity.person_card p on p.id = a.person left join identity.unit_card u on u.id = p.unit")
                .where("a.rule = any(:rule)", filter.rule())
                .where("a.person = :person", filter.person())
                .when(Boolean.TRUE.equals(filter.open()), "a.follow_up is null")
                .where("a.happened_at >= :from", filter.from())
                .where("a.happened_at < :to", filter.to())
                .sortedBy(HAPPENED);
    }

    @PutMapping("/{id}/follow-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void followUp(@PathVariable UUID id, @RequestBody @Valid Anomalies.FollowUp what) {
        anomalies.followUp(id, what);
    }
}
