package io.hengwei.platform.record.page;

import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is the same for records of every kind.
@RestController
@RequestMapping("/api/records")
class RecordController {
    private final RecordCards cards;
    private final Annotations annotations;
    private final Timeline timeline;

    RecordController(RecordCards cards, Annotations annotations, Timeline timeline) {
        this.cards = cards;
        this.annotations = annotations;
        this.timeline = timeline;
    }

    @GetMapping("/{id}")
    Ack one(@PathVariable RecordId id) {
        var card = cards.visible(id);
        return new Ack(card.id(), card.kind(), card.number(), card.title(), card.state(), card.phase(), card.version());
    }

    @GetMapping("/by-number/{number}")
    Ack byNumber(@PathVariable String number) {
        return one(cards.byNumber(number)
                .orElseThrow(() -> new io.hengwei.platform.shared.NotFound(number))
                .id());
    }

    @GetMapping("/{id}/timeline")
    Slice<Timeline.Entry> timeline(@PathVariable RecordId id, @RequestParam @Nullable UUID after) {
        return timeline.of(id, after);
    }

    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    void comment(@PathVariable RecordId id, @RequestBody @Valid Annotations.Comment comment) {
        annotations.comment(id, comment);
    }

    @PostMapping("/{id}/work-notes")
    @ResponseStatus(HttpStatus.CREATED)
    void note(@PathVariable RecordId id, @RequestBody @Valid Annotations.WorkNote note) {
        annotations.note(id, note);
    }

    @PutMapping("/{id}/watchers/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void watch(@PathVariable RecordId id) {
        annotations.watch(id);
    }

    @DeleteMapping("/{id}/watchers/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unwatch(@PathVariable RecordId id) {
        annotations.unwatch(id);
    }

    record Made(UUID id) {}

    @PostMapping("/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    Made link(@PathVariable RecordId id, @RequestBody @Valid Annotations.Link link) {
        return new Made(annotations.link(id, link));
    }

    @DeleteMapping("/{id}/links/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable RecordId id, @PathVariable UUID link) {
        annotations.unlink(id, link);
    }
}
