package io.hengwei.platform.record.page;

import io.hengwei.platform.record.Ack;
import io.hengwei.platform.shared.ETag;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/// What HTTP answers about one record, always with its version as the ETag that the next act names.
public final class Answers {
    private Answers() {}

    public static ResponseEntity<RecordView> shown(RecordView view) {
        return ResponseEntity.ok().eTag(ETag.of(view.version())).body(view);
    }

    public static ResponseEntity<Ack> done(Ack ack) {
        return ResponseEntity.ok().eTag(ETag.of(ack.version())).body(ack);
    }

    /// With the address of the record that has been opened.
    ///
    /// @param path of records of its kind
    public static ResponseEntity<Ack> opened(String path, Ack ack) {
        return ResponseEntity.created(URI.create(path + "/" + ack.id()))
                .eTag(ETag.of(ack.version()))
                .body(ack);
    }
}
