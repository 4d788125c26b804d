package io.hengwei.resource.vault;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/vault")
class VaultController {
    /// @param secret the password; absent to have one made. It is judged by the vault and not by a rule here, whose
    ///   failure would repeat it
    record NewEntry(
            @NotNull @Valid @JsonUnwrapped SecretForm entry,
            @Nullable String secret) {
        @Override
        public String toString() {
            return "NewEntry " + entry;
        }
    }

    record NewSecret(
            @Nullable String secret,
            @Nullable @Size(max = 500) String reason) {
        @Override
        public String toString() {
            return "NewSecret";
        }
    }

    /// @param number an earlier version; the present one where none is named
    record Asked(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Min(1) Integer number) {}

    /// @param actions what the person who asks may do with it
    record Entry(VaultQueries.Row entry, List<String> actions) {}

    private final VaultManagement management;
    private final Reveals reveals;
    private final VaultQueries queries;
    private final VaultStories stories;

    VaultController(VaultManagement management, Reveals reveals, VaultQueries queries, VaultStories stories) {
        this.management = management;
        this.reveals = reveals;
        this.queries = queries;
        this.stories = stories;
    }

    @GetMapping
    Slice<VaultQueries.Row> list(
            @ParameterObject @Valid VaultQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/counts")
    VaultQueries.Counts counts() {
        return queries.counts();
    }

    @GetMapping("/{id}")
    ResponseEntity<Entry> one(@PathVariable SecretEntryId id) {
        var row = queries.one(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETag.of(row.version()))
                .body(new Entry(row, stories.actions(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Entry> register(@RequestBody @Valid NewEntry entry) {
        var answer = one(management.register(entry.entry(), entry.secret()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    @PutMapping("/{id}")
    ResponseEntity<Entry> revise(
            @PathVariable SecretEntryId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid SecretForm form) {
        management.revise(id, ETag.seen(seen), form);
        return one(id);
    }

    @PostMapping("/{id}/renewals")
    ResponseEntity<Entry> renew(
            @PathVariable SecretEntryId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid NewSecret fresh) {
        management.renew(id, ETag.seen(seen), fresh.secret(), fresh.reason());
        return one(id);
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<Entry> retire(
            @PathVariable SecretEntryId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid VaultAct.RetireSecret why) {
        management.retire(id, ETag.seen(seen), why);
        return one(id);
    }

    @PostMapping("/{id}/reveals")
    @ResponseStatus(HttpStatus.CREATED)
    Reveals.Reveal reveal(@PathVariable SecretEntryId id, @RequestBody @Valid Asked asked) {
        return reveals.reveal(id, asked.reason(), asked.number());
    }

    @PostMapping("/{id}/reveals/{reveal}/opening")
    ResponseEntity<Reveals.Opened> open(@PathVariable SecretEntryId id, @PathVariable UUID reveal) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reveals.open(id, reveal));
    }

    @GetMapping("/{id}/reveals")
    Slice<VaultStories.Reading> readings(@PathVariable SecretEntryId id, @ParameterObject @Valid Page page) {
        return stories.readings(id, page);
    }

    @GetMapping("/{id}/versions")
    List<VaultStories.Version> versions(@PathVariable SecretEntryId id) {
        return stories.versions(id);
    }

    @GetMapping("/{id}/holders")
    List<VaultStories.Holder> holders(@PathVariable SecretEntryId id) {
        return stories.holders(id);
    }
}
