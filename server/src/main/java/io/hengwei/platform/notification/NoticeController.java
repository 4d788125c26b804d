package io.hengwei.platform.notification;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The bell, the live stream of a page, the send log of a record.
@RestController
class NoticeController {
    record Count(int count) {}

    /// @param ids null means all
    record Read(@Nullable @Size(max = 1000) List<UUID> ids) {}

    private final NoticeQueries queries;
    private final LiveHub live;

    NoticeController(NoticeQueries queries, LiveHub live) {
        this.queries = queries;
        this.live = live;
    }

    @GetMapping("/api/notices")
    Slice<NoticeQueries.View> mine(
            @RequestParam(defaultValue = "false") boolean unread, @ParameterObject @Valid Page page) {
        return queries.mine(unread, page);
    }

    @GetMapping("/api/notices/unread")
    Count unread() {
        return new Count(live.unread());
    }

    @PostMapping("/api/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestBody @Valid Read read) {
        queries.markRead(read.ids());
    }

    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return live.open(Scope.current().me());
    }

    @GetMapping("/api/records/{id}/notices")
    List<NoticeQueries.Sent> log(@PathVariable RecordId id) {
        return queries.log(id);
    }
}
