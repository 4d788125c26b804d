package io.hengwei.platform.audit;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;

/// What a signed-in person was refused is in the ledger too: counted while the minute lasts, in a transaction of its
/// own after the refused one is gone, and then one line for each person, permission and minute. Nobody floods it.
@Component
class RefusalLines implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLines.class);
    private static final int LONGEST_PATH = 200;
    private static final int BATCH = 500;

    /// Rules that keep duties apart: who is refused by one of these had the permission, and was stopped all the same.
    private static final Set<String> DUTIES_APART = Set.of(
            "grant-to-oneself",
            "administrators-apart",
            "last-administrator",
            "evaluate-own-work",
            "token-wider",
            "own-review");

    /// @param permission that was lacking, or the rule that kept duties apart
    record Refused(String permission, String method, String path, int times, Instant minute) implements Unheld {}

    private record Counted(UserId person, String permission, Instant minute, String method, String path, int times) {}

    private final Operations operations;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RefusalLines(Operations operations, JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.operations = operations;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception ignored) {
        var lacking = lacking(request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE));
        var scope = Scope.current();
        if (lacking == null || scope.isNobody() || scope.trusted()) return;
        try {
            count(scope.me(), lacking, request.getMethod(), request.getRequestURI());
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A refusal could not be noted: {} {}", scope.me(), lacking, e);
        }
    }

    private static @Nullable String lacking(@Nullable Object problem) {
        if (problem instanceof Forbidden forbidden) return forbidden.permission();
        return problem instanceof io.hengwei.platform.shared.Refused refused && DUTIES_APART.contains(refused.reason())
                ? refused.reason()
                : null;
    }

    private void count(UserId person, String permission, String method, String path) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> db.sql("""
            insert into audit.refusal as r (person, permission, minute, method, path, times) values (?, ?, ?, ?, ?, 1)
            on conflict (person, permission, minute) do update set times = r.times + 1""")
                .param(person.value())
                .param(permission)
                .param(SqlValues.of(thisMinute()))
                .param(method)
                .param(path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path)
                .update()));
    }

    /// What was counted in minutes gone by becomes lines in the names of those who were refused.
    void journal() {
        var taken = BATCH;
        while (taken == BATCH) taken = Scope.asSystem(() -> transactions.execute(ignored -> journalSome()));
    }

    private int journalSome() {
        List<Counted> past = db.sql("""
            delete from audit.refusal where (person, permission, minute) in (select person, permission, minute from audit.refusal where minute < ?
                order by minute limit ? for update skip locked) returning person, permission, minute, method, path, times""")
                .param(SqlValues.of(thisMinute()))
                .param(BATCH)
                .query(Rows.of(Counted.class))
                .list();
        past.forEach(this::write);
        return past.size();
    }

    private void write(Counted counted) {
        var operation =
                new Refused(counted.permission(), counted.method(), counted.path(), counted.times(), counted.minute());
        var act = new Act(
                AuditConfiguration.READ, null, "ACCESS", counted.person().value(), operation);
        Scope.as(Scope.trusting(counted.person()), () -> operations.administer(act, Boolean.class, () -> true));
    }

    private Instant thisMinute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
