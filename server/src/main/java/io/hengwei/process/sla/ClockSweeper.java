package io.hengwei.process.sla;

import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Notices warnings and breaches of clocks that have come due: once, whichever node is quicker, also those of a time
/// when none was up.
/// No record is loaded; a set is claimed, written and journalled in two round trips. What is due for both is told as a
/// breach alone.
@Component
class ClockSweeper {
    static final int SET = 500;
    private static final String CLAIM = """
        select c.id, c.record, c.kind, c.unit, c.name, c.next_check_at, c.due_at, c.events, c.due_at < :now as breach, k.version
        from sla.clock c join record.record_card k on k.id = c.record
        where c.next_check_at < :now and c.state = 'RUNNING' order by c.next_check_at limit :set for update of c skip locked""";
    private static final String NOTICE = """
        with noticed (id, at, breach) as (select * from unnest(cast(? as uuid[]), cast(? as timestamptz[]), cast(? as boolean[]))),
        moved as (
            update sla.clock c set events = c.events + 1,
                warned_at = case when n.breach then c.warned_at else n.at end,
                breached_at = case when n.breach then n.at end,
                next_check_at = case when n.breach then null else c.due_at end
            from noticed n where n.id = c.id
            returning c.*, n.at, n.breach)
        insert into sla.clock_event (clock, seq, kind, at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, source)
        select id, events, case when breach then 'BREACH' else 'WARN' end, at, limit_text, length_us, warn_us, calendar, calendar_version, level,
            system_class, proposed, source from moved""";

    private record Due(
            UUID id,
            UUID record,
            String kind,
            UnitId unit,
            ClockName name,
            Instant nextCheckAt,
            Instant dueAt,
            boolean breach,
            long version) {
        Instant at() {
            return breach ? dueAt : nextCheckAt;
        }
    }

    private final JdbcClient db;
    private final Batch batch;
    private final ClockNotices notices;
    private final Bell feedBell;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ClockSweeper(
            JdbcClient db,
            Batch batch,
            ClockNotices notices,
            Bell feedBell,
            TransactionTemplate transactions,
            Clock clock) {
        this.db = db;
        this.batch = batch;
        this.notices = notices;
        this.feedBell = feedBell;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return how many clocks of a set were noticed; a full set means that there may be more
    int sweep() {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            var due = db.sql(CLAIM)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("set", SET)
                    .query(Rows.of(Due.class))
                    .list();
            if (due.isEmpty()) return 0;
            var statements = new ArrayList<Statement>();
            statements.add(notice(due));
            due.forEach(each -> statements.add(line(each)));
            feedBell.ringAfterCommit();
            batch.run(statements);
            return due.size();
        }));
    }

    private static Statement notice(List<Due> due) {
        return Statement.of(
                NOTICE,
                due.stream().map(Due::id).toArray(UUID[]::new),
                due.stream().map(each -> each.at().toString()).toArray(String[]::new),
                due.stream().map(Due::breach).toArray(Boolean[]::new));
    }

    private Statement line(Due due) {
        return due.breach()
                ? notices.breached(due.record(), due.kind(), due.version(), due.unit(), due.name(), due.dueAt())
                : notices.warned(
                        due.record(), due.kind(), due.version(), due.unit(), due.name(), due.at(), due.dueAt());
    }
}
