package io.hengwei.platform.identity.external;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import io.hengwei.platform.identity.external.SourceAct.ChangeIdentitySource;
import io.hengwei.platform.identity.external.SourceAct.CreateIdentitySource;
import io.hengwei.platform.identity.external.SourceAct.LinkAccount;
import io.hengwei.platform.identity.external.SourceAct.MapGroup;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SourceController {
    record NewSource(UUID id) {}

    record NewMapping(UUID id) {}

    /// What an account may be linked to.
    record Choice(UUID id, String name, SourceKind kind) {}

    /// @param secret null takes it away
    record SourceSecret(@Nullable @Size(min = 1, max = 1000) String secret) {
        @Override
        public String toString() {
            return "SourceSecret[]";
        }
    }

    record Trial(@Nullable @Size(max = 200) String name) {}

    private final SourceAdministration administration;
    private final LinkAdministration links;
    private final IdentitySources sources;
    private final GroupMappings mappings;
    private final SourceTrial trial;

    SourceController(
            SourceAdministration administration,
            LinkAdministration links,
            IdentitySources sources,
            GroupMappings mappings,
            SourceTrial trial) {
        this.administration = administration;
        this.links = links;
        this.sources = sources;
        this.mappings = mappings;
        this.trial = trial;
    }

    @GetMapping("/api/identity-sources")
    List<IdentitySource> list() {
        Scope.current().require(SourceAdministration.PERMISSION);
        return sources.all();
    }

    @GetMapping("/api/identity-sources/choices")
    List<Choice> choices() {
        Scope.current().require("person:manage");
        return sources.all().stream()
                .filter(IdentitySource::active)
                .map(source -> new Choice(source.id(), source.name(), source.kind()))
                .toList();
    }

    @PostMapping("/api/identity-sources")
    @ResponseStatus(HttpStatus.CREATED)
    NewSource create(@RequestBody @Valid CreateIdentitySource source) {
        return new NewSource(administration.create(source));
    }

    @PutMapping("/api/identity-sources/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> change(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid ChangeIdentitySource change) {
        var version = administration.change(id, ETag.seen(seen), change);
        return ResponseEntity.noContent().eTag(ETag.of(version)).build();
    }

    @PutMapping("/api/identity-sources/{id}/secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setSecret(@PathVariable UUID id, @RequestBody @Valid SourceSecret secret) {
        administration.setSecret(id, secret.secret());
    }

    @PostMapping("/api/identity-sources/{id}/trial")
    SourceTrial.Outcome tryOut(@PathVariable UUID id, @RequestBody @Valid Trial asked) {
        return trial.of(id, asked.name());
    }

    @GetMapping("/api/identity-sources/{id}/groups")
    List<GroupMappings.Mapping> groups(@PathVariable UUID id) {
        Scope.current().require(SourceAdministration.PERMISSION);
        return mappings.of(sources.get(id).id());
    }

    @PostMapping("/api/identity-sources/{id}/groups")
    @ResponseStatus(HttpStatus.CREATED)
    NewMapping map(@PathVariable UUID id, @RequestBody @Valid MapGroup map) {
        return new NewMapping(links.map(id, map));
    }

    @DeleteMapping("/api/identity-sources/{id}/groups/{mapping}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmap(@PathVariable UUID id, @PathVariable UUID mapping) {
        links.unmap(id, mapping);
    }

    @PutMapping("/api/people/{person}/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(@PathVariable UserId person, @RequestBody @Valid LinkAccount link) {
        links.link(person, link);
    }

    @DeleteMapping("/api/people/{person}/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable UserId person) {
        links.unlink(person);
    }
}
