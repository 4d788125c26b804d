package io.hengwei.platform.record;

import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What can be added to a record of any kind without changing it: comments to the requester, internal work notes,
/// watchers, links. Comments and notes have no table: their journal lines are them.
@Service
public class Annotations {
    public record Comment(@NotBlank @Size(max = 10_000) String text) implements Operation {}

    public record WorkNote(@NotBlank @Size(max = 10_000) String text) implements Operation {}

    public record Watch() implements Operation {}

    public record Unwatch() implements Operation {}

    public record Link(@NotNull RecordId to, @NotNull LinkType type) implements Operation {}

    public record Unlink(UUID link) implements Operation {}

    private final Operations operations;
    private final RecordCards cards;
    private final JdbcClient db;
    private final Clock clock;

    Annotations(Operations operations, RecordCards cards, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.cards = cards;
        this.db = db;
        this.clock = clock;
    }

    public void comment(RecordId id, Comment comment) {
        operations.annotate(cards.visible(id), "comment", comment, Boolean.class, () -> true);
    }

    public void note(RecordId id, WorkNote note) {
        operations.annotate(cards.visible(id), "note", note, Boolean.class, () -> true);
    }

    public void watch(RecordId id) {
        watch(id, Scope.current().me());
    }

    public void watch(RecordId id, UserId person) {
        operations.annotate(
                cards.visible(id),
                "watch",
                new Watch(),
                Boolean.class,
                () -> db.sql("insert into record.watcher values (?, ?, ?) on conflict do nothing")
                                .param(id.value())
                                .param(person.value())
                                .param(clock.instant().atOffset(ZoneOffset.UTC))
                                .update()
                        == 1);
    }

    public void unwatch(RecordId id) {
        operations.annotate(
                cards.visible(id),
                "watch",
                new Unwatch(),
                Boolean.class,
                () -> db.sql("delete from record.watcher where record = ? and person = ?")
                                .param(id.value())
                                .param(Scope.current().me().value())
                                .update()
                        == 1);
    }

    public UUID link(RecordId id, Link link) {
        cards.visible(link.to());
        link.type().requireByHand();
        if (id.equals(link.to())) throw Refused.invalid("link-to-itself");
        return operations.annotate(cards.visible(id), "link", link, UUID.class, () -> store(id, link));
    }

    private UUID store(RecordId id, Link link) {
        var made = Ids.next();
        var count = db.sql(
                        "insert into record.link (id, source, target, type, made_by, made_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(made)
                .param(id.value())
                .param(link.to().value())
                .param(link.type().name())
                .param(Scope.current().me().value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (count == 0) throw new Refused("linked-already");
        return made;
    }

    public void unlink(RecordId id, UUID link) {
        operations.annotate(cards.visible(id), "link", new Unlink(link), Boolean.class, () -> {
            var gone = db.sql(
                            "delete from record.link where id = :link and (source = :id or target = :id) returning type")
                    .param("link", link)
                    .param("id", id.value())
                    .query(LinkType.class)
                    .optional()
                    .orElseThrow(() -> new NotFound(link));
            gone.requireByHand();
            return true;
        });
    }
}
