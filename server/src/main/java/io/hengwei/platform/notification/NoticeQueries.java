package io.hengwei.platform.notification;

import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
@Transactional(readOnly = true)
class NoticeQueries {
    record Words(String key, Map<String, String> params) {}

    record About(RecordId id, String kind, String number, String title) {}

    record View(UUID id, Instant at, @Nullable Instant readAt, Words text, About record) {}

    record Row(UUID id, Instant at, @Nullable Instant readAt, String key, String params, About record) {}

    record Sent(
            Instant at,
            Refs.Person to,
            String channel,
            String state,
            @Nullable String reason) {}

    private static final Sort NEWEST = new Sort("at", "n.id", "uuid", true);

    private final JdbcClient db;
    private final RecordCards cards;
    private final RecordTypes types;
    private final JsonMapper json;
    private final Clock clock;

    NoticeQueries(JdbcClient db, RecordCards cards, RecordTypes types, JsonMapper json, Clock clock) {
        this.db = db;
        this.cards = cards;
        this.types = types;
        this.json = json;
        this.clock = clock;
    }

    /// Notices of records the person still sees, newest first.
    Slice<View> mine(boolean unread, Page page) {
        var kinds = types.admitted();
        return Sql.select(
                        "n.id, n.at, n.read_at, n.key, n.params::text as params, c.id as record_id, c.kind as record_kind, c.number as record_number, c.title as record_title")
                .from("notification.notice n", "join record.record_card c on c.id = n.record")
                .where("n.person = :me", Scope.current().me())
                .when(unread, "n.read_at is null")
                .when(kinds != null && kinds.isEmpty(), "false")
                .where("c.kind = any(:kinds)", kinds)
                .sortedBy(NEWEST)
                .slice(db, page, "n.id", Row.class)
                .map(row ->
                        new View(row.id(), row.at(), row.readAt(), new Words(row.key(), params(row)), row.record()));
    }

    private Map<String, String> params(Row row) {
        return json.readValue(row.params(), new TypeReference<>() {});
    }

    @Transactional
    public void markRead(@Nullable List<UUID> ids) {
        var only = ids == null ? "" : " and id = any(:ids)";
        db.sql("update notification.notice set read_at = :now where person = :me and read_at is null" + only)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("me", Scope.current().me().value())
                .param("ids", ids == null ? new UUID[0] : ids.toArray(UUID[]::new))
                .update();
    }

    /// What went to whom: for those who work on the record, not for its requester.
    List<Sent> log(RecordId record) {
        if (!cards.visible(record).seesNotes()) throw new Forbidden("notices");
        return db.sql("""
            select d.at, p.id as to_id, p.name as to_name, u.name as to_unit, d.channel, d.state, d.reason
            from notification.delivery d join identity.person_card p on p.id = d.person join identity.unit_card u on u.id = p.unit
            where d.record = ? order by d.id desc limit 500""").param(record.value()).query(Rows.of(Sent.class)).list();
    }
}
