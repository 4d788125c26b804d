package io.hengwei.platform.audit;

import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.record.page.Names;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the journal as the ledger's page shows it, in the order in which lines were recorded. Whoever calls has asked
/// for the permission and sees everything.
@Component
class LedgerQueries {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    enum Result {
        DONE,
        REFUSED
    }

    record Row(
            UUID id,
            @Nullable Long seq,
            Instant recordedAt,
            Instant happenedAt,
            Refs.@Nullable Person actor,
            String subjectKind,
            String command,
            UUID subject,
            @Nullable String subjectName,
            Refs.@Nullable Unit unit,
            @Nullable String fromState,
            @Nullable String toState) {}

    record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID actor,
            @Nullable @Size(max = 60) String kind,
            @Nullable @Size(max = 60) String command,
            @Nullable UUID unit,
            @Nullable UUID subject,
            @Nullable @Size(max = 40) String number,
            @Nullable Result result) {}

    record Sealed(long number, String hash, Instant sealedAt) {}

    /// @param block null while the line waits for its block
    /// @param withheld fields that concern only who works on the record, and their lengths
    record Line(
            Row row,
            long version,
            Map<String, Object> body,
            Map<String, Integer> withheld,
            Map<UUID, String> refs,
            @Nullable Sealed block) {}

    record Words(List<String> kinds, List<String> commands) {}

    private record Stored(
            long version, String body, @Nullable Long seq) {}

    private static final String COLUMNS = """
        l.id, l.seq, l.recorded_at, l.happened_at, a.id as actor_id, a.name as actor_name, au.name as actor_unit, l.kind as subject_kind, l.command, l.subject,
        coalesce(r.number, p.name, su.name, g.name, s.name) as subject_name, u.id as unit_id, u.name as unit_name, l.from_state, l.to_state""";
    private static final String NAMES = """
        left join identity.person_card a on a.id = l.actor left join identity.unit_card au on au.id = a.unit left join identity.unit_card u on u.id = l.unit
        left join record.record_card r on r.id = l.subject left join identity.person_card p on p.id = l.subject left join identity.unit_card su on su.id = l.subject
        left join identity.group_card g on g.id = l.subject left join cmdb.system_card s on s.id = l.subject""";
    private static final Sort RECORDED = Sort.newest("recordedAt", "l.recorded_at");
    private static final String REFUSALS = "l.command in ('Refused', 'SignInFailed')";

    private final JdbcClient db;
    private final RecordTypes types;
    private final Names names;
    private final JsonMapper json;

    LedgerQueries(JdbcClient db, RecordTypes types, Names names, JsonMapper json) {
        this.db = db;
        this.types = types;
        this.names = names;
        this.json = json;
    }

    Slice<Row> list(Filter filter, Page page) {
        return query(filter).slice(db, page, "l.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter).stream(db, page, "l.id", limit, Row.class, each);
    }

    private Sql query(Filter filter) {
        return Sql.select(COLUMNS)
                .from("record.line_card l")
                .decoratedBy(NAMES)
                .where("l.recorded_at >= :from", filter.from())
                .where("l.recorded_at < :to", filter.to())
                .where("l.actor = :actor", filter.actor())
                .where("l.kind = :kind", filter.kind())
                .where("l.command = :command", filter.command())
                .where("l.unit = :unit", filter.unit())
                .where("l.subject = :subject", filter.subject())
                .where("l.subject = (select n.id from record.record_card n where n.number = :number)", filter.number())
                .when(filter.result() == Result.REFUSED, REFUSALS)
                .when(filter.result() == Result.DONE, "not " + REFUSALS)
                .sortedBy(RECORDED);
    }

    Line one(UUID id) {
        var row = db.sql("select " + COLUMNS + " from record.line_card l " + NAMES + " where l.id = ?")
                .param(id)
                .query(Rows.of(Row.class))
                .optional()
                .orElseThrow(() -> new NotFound(id));
        var stored = db.sql("select version, body::text as body, seq from record.line_card where id = ?")
                .param(id)
                .query(Rows.of(Stored.class))
                .single();
        var body = json.readTree(stored.body());
        var testimony = new Testimony(body, isOfRecord(row.subjectKind()));
        return new Line(
                row,
                stored.version(),
                json.treeToValue(body, OBJECT),
                testimony.withheld(),
                names.anything(testimony.ids()),
                block(stored.seq()));
    }

    private boolean isOfRecord(String kind) {
        return types.all().stream().map(RecordType::kind).anyMatch(kind::equals);
    }

    private @Nullable Sealed block(@Nullable Long seq) {
        if (seq == null) return null;
        return db.sql("select number, hash, sealed_at from audit.block where last_seq >= ? order by last_seq limit 1")
                .param(seq)
                .query(Rows.of(Sealed.class))
                .optional()
                .orElse(null);
    }

    /// The kinds and commands there are, found by jumping from one to the next in their indexes.
    Words words() {
        return new Words(distinct("kind"), distinct("command"));
    }

    private List<String> distinct(String column) {
        return db.sql("""
            with recursive jump(word) as (
                (select min(l.%1$s) from record.line_card l)
                union all select (select min(l.%1$s) from record.line_card l where l.%1$s > jump.word) from jump where jump.word is not null)
            select word from jump where word is not null""".formatted(column)).query(String.class).list();
    }
}
