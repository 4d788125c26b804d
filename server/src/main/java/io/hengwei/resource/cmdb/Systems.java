package io.hengwei.resource.cmdb;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Looks systems up. Cards are kept for a second, so every node follows a change within a second, the changing one at
/// once.
@Service
public class Systems {
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final String SELECT =
            "select id, code, name, system_class, unit, group_id, responsible, calendar, active from cmdb.system_card where ";

    private record Known(@Nullable SystemCard card, long readAt) {
        boolean fresh() {
            return System.nanoTime() - readAt < FRESH_NANOS;
        }
    }

    private final JdbcClient db;
    private final ConcurrentHashMap<UUID, Known> known = new ConcurrentHashMap<>();

    Systems(JdbcClient db) {
        this.db = db;
    }

    public Optional<SystemCard> find(SystemId id) {
        var remembered = known.get(id.value());
        if (remembered != null && remembered.fresh()) return Optional.ofNullable(remembered.card());
        var card = db.sql(SELECT + "id = ?")
                .param(id.value())
                .query(Rows.of(SystemCard.class))
                .optional();
        if (card.isPresent()) known.put(id.value(), new Known(card.get(), System.nanoTime()));
        return card;
    }

    public Map<SystemId, SystemCard> find(Collection<SystemId> ids) {
        var plain = ids.stream().map(SystemId::value).toArray(UUID[]::new);
        return db.sql(SELECT + "id = any(?)").param(plain).query(Rows.of(SystemCard.class)).list().stream()
                .collect(toUnmodifiableMap(SystemCard::id, card -> card));
    }

    public Optional<SystemCard> byCode(String code) {
        return db.sql(SELECT + "code = ?")
                .param(code)
                .query(Rows.of(SystemCard.class))
                .optional();
    }

    /// The system a person named in a form; refused as bad input when there is none or it is out of use.
    public SystemCard requireSystem(SystemId id) {
        return find(id).filter(SystemCard::active).orElseThrow(() -> Refused.invalid("system-unknown", id));
    }

    /// Systems in use whose name or code has this text, at most so many, best first.
    public List<SystemCard> matching(@Nullable String text, int limit) {
        var pattern = Like.containing(text);
        return db.sql(SELECT + """
                active and (cast(:like as text) is null or name ilike :like or code ilike :like)
                order by name not ilike :start, name collate "zh-Hans-CN-x-icu", id limit :limit""")
                .param("like", pattern)
                .param("start", pattern == null ? "%" : pattern.substring(1))
                .param("limit", limit)
                .query(Rows.of(SystemCard.class))
                .list();
    }

    void forget(SystemId id) {
        known.remove(id.value());
    }
}
