package io.hengwei.process.incident.history;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.document.Upload;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.UnitId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/imports")
class ImportController {
    record Started(UUID id) {}

    record MappingView(String id, String name, String source, Collection<String> columns, boolean shipped) {}

    private final Imports imports;
    private final ImportQueries queries;
    private final Mappings mappings;
    private final ImportWorker worker;
    private final Exports exports;

    ImportController(Imports imports, ImportQueries queries, Mappings mappings, ImportWorker worker, Exports exports) {
        this.imports = imports;
        this.queries = queries;
        this.mappings = mappings;
        this.worker = worker;
        this.exports = exports;
    }

    @GetMapping
    Slice<ImportQueries.View> list(@ParameterObject @Valid Page page, Locale locale) {
        return queries.list(page, locale);
    }

    @GetMapping("/mappings")
    List<MappingView> mappings() {
        Scope.current().require(Mappings.PERMISSION);
        return mappings.all().stream()
                .map(m -> new MappingView(m.id(), m.name(), m.source(), m.columns(), mappings.isShipped(m.id())))
                .toList();
    }

    @GetMapping("/mappings/{id}")
    Mapping mapping(@PathVariable String id) {
        Scope.current().require(Mappings.PERMISSION);
        return mappings.get(id);
    }

    @PutMapping("/mappings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String id, @RequestParam UnitId unit, @RequestBody @Valid Mapping mapping) {
        if (!mapping.id().equals(id)) throw Refused.invalid("mapping", id);
        mappings.keep(mapping, unit);
    }

    /// The file is the body.
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    Started start(
            @RequestParam String name, @RequestParam String mapping, @RequestParam UnitId unit, HttpServletRequest body)
            throws IOException {
        var id = imports.preview(Upload.of(name, body), mapping, unit);
        worker.look();
        return new Started(id);
    }

    @GetMapping("/{id}")
    ImportQueries.View one(@PathVariable UUID id, Locale locale) {
        return queries.one(id, locale);
    }

    @PostMapping("/{id}/run")
    ImportQueries.View run(@PathVariable UUID id, Locale locale) {
        imports.run(id);
        worker.look();
        return queries.one(id, locale);
    }

    @PostMapping("/{id}/cancel")
    ImportQueries.View cancel(@PathVariable UUID id, Locale locale) {
        imports.cancel(id);
        return queries.one(id, locale);
    }

    @GetMapping("/{id}/rejections")
    Slice<ImportQueries.Rejection> rejections(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Locale locale) {
        return queries.rejections(id, after, size, locale);
    }

    /// To mend them elsewhere and hand them in again.
    @GetMapping("/{id}/rejections/export")
    ResponseEntity<Resource> rejected(@PathVariable UUID id, @RequestParam Exports.Format format, Locale locale) {
        return exports.file(
                Mappings.PERMISSION,
                "rejections",
                format,
                ImportQueries.Rejection.class,
                (limit, each) -> queries.stream(id, limit, locale, each));
    }
}
