package io.hengwei.platform.document;

import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files on records. Who may see a record sees its files; adding one stands in the record's story.
@Service
public class Attachments {
    public record View(UUID id, String name, String contentType, long size, Refs.@Nullable Person by, Instant at) {}

    /// What the journal keeps of it.
    ///
    /// @param attachment its id: told when it has one
    record Attach(AtomicReference<@Nullable UUID> attachment, String file, String contentType, long size, String sha256)
            implements RepeatedByMaker {}

    record Stored(UUID id, RecordId record, String name, String contentType, long size, String sha256) {}

    private static final String VIEW = """
        select a.id, a.name, a.content_type, a.size, a.added_at as at, p.id as by_id, p.name as by_name, u.name as by_unit
        from document.attachment a left join identity.person_card p on p.id = a.added_by left join identity.unit_card u on u.id = p.unit\s""";

    private final Operations operations;
    private final RecordCards cards;
    private final FileStore store;
    private final Settings settings;
    private final JdbcClient db;
    private final Clock clock;

    Attachments(
            Operations operations, RecordCards cards, FileStore store, Settings settings, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.cards = cards;
        this.store = store;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /// Whether it may come is asked before a byte of it is read.
    public View add(RecordId record, Upload upload) throws IOException {
        var card = cards.visible(record);
        card.require("attach");
        var unit = SettingScope.unit(card.unit().value());
        try (var received = store.receive(upload, settings.value(DocumentSettings.LARGEST_FILE, unit))) {
            var name = upload.name();
            if (received.size() == 0) throw Refused.invalid("file-empty", name);
            var type = FileTypes.check(name, received.file(), settings.value(DocumentSettings.ALLOWED_KINDS));
            var attach = new Attach(new AtomicReference<>(), name, type, received.size(), received.sha256());
            return operations.annotate(card, "attach", attach, View.class, () -> insert(record, attach, received));
        }
    }

    private View insert(RecordId record, Attach attach, Upload.Received received) {
        db.sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))")
                .param(attach.sha256())
                .query((row, number) -> true)
                .single();
        store.keep(received);
        var id = Ids.next();
        attach.attachment().set(id);
        db.sql("insert into document.attachment values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        record.value(),
                        attach.file(),
                        attach.contentType(),
                        attach.size(),
                        attach.sha256(),
                        Scope.current().me().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return db.sql(VIEW + "where a.id = ?")
                .param(id)
                .query(Rows.of(View.class))
                .single();
    }

    @Transactional(readOnly = true)
    public List<View> of(RecordId record) {
        cards.visible(record);
        return db.sql(VIEW + "where a.record = ? order by a.id limit 1000")
                .param(record.value())
                .query(Rows.of(View.class))
                .list();
    }

    /// The file, for whoever may see its record.
    @Transactional(readOnly = true)
    public Stored stored(UUID id) {
        var stored = db.sql("select id, record, name, content_type, size, sha256 from document.attachment where id = ?")
                .param(id)
                .query(Rows.of(Stored.class))
                .optional()
                .orElseThrow(() -> new NotFound(id));
        cards.visible(stored.record());
        return stored;
    }
}
