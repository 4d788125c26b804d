package io.hengwei.platform.document;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Refused;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AttachmentController {
    private final Attachments attachments;
    private final FileStore store;

    AttachmentController(Attachments attachments, FileStore store) {
        this.attachments = attachments;
        this.store = store;
    }

    @GetMapping("/api/records/{id}/attachments")
    List<Attachments.View> of(@PathVariable RecordId id) {
        return attachments.of(id);
    }

    /// The file is the body.
    @PostMapping(path = "/api/records/{id}/attachments", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(content = @Content(schema = @Schema(type = "string", format = "binary")))
    Attachments.View add(@PathVariable RecordId id, @RequestParam String name, HttpServletRequest body)
            throws IOException {
        return attachments.add(id, Upload.of(name, body));
    }

    /// Always a download, never a page: no browser renders what a stranger sent.
    @GetMapping("/api/attachments/{id}")
    ResponseEntity<FileSystemResource> download(@PathVariable UUID id) {
        var stored = attachments.stored(id);
        var file = store.path(stored.sha256());
        if (!Files.isRegularFile(file)) throw new Refused("file-lost", stored.name());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(stored.sha256())
                .contentType(MediaType.parseMediaType(stored.contentType()))
                .body(new FileSystemResource(file));
    }
}
