package io.hengwei.resource.cmdb;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController {
    private static final int LOOKED_UP = 20;

    private final SystemQueries queries;
    private final SystemManagement management;
    private final Systems systems;
    private final Exports exports;

    SystemController(SystemQueries queries, SystemManagement management, Systems systems, Exports exports) {
        this.queries = queries;
        this.management = management;
        this.systems = systems;
        this.exports = exports;
    }

    @GetMapping("/api/systems")
    Slice<SystemQueries.Row> list(
            @ParameterObject @Valid SystemQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/api/systems/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid SystemQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "system:read",
                "systems",
                format,
                SystemQueries.Row.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }

    @GetMapping("/api/systems/{id}")
    ResponseEntity<SystemQueries.Row> one(@PathVariable SystemId id) {
        var row = queries.one(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETag.of(row.version()))
                .body(row);
    }

    @PostMapping("/api/systems")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SystemQueries.Row> register(@RequestBody @Valid SystemForm form) {
        var row = queries.one(management.register(form));
        return ResponseEntity.created(URI.create("/api/systems/" + row.id()))
                .header(HttpHeaders.ETAG, ETag.of(row.version()))
                .body(row);
    }

    @PutMapping("/api/systems/{id}")
    ResponseEntity<SystemQueries.Row> revise(
            @PathVariable SystemId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid SystemForm form) {
        management.revise(id, ETag.seen(seen), form);
        return one(id);
    }

    @GetMapping("/api/lookup/systems")
    List<Refs.System> lookup(@RequestParam(required = false) @Nullable @Size(max = 100) String q) {
        return systems.matching(q, LOOKED_UP).stream()
                .map(s -> new Refs.System(
                        s.id().value(), s.name(), s.systemClass().name()))
                .toList();
    }
}
