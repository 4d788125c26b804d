package io.hengwei.platform.identity.organisation;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.IdentityAct.ChangePerson;
import io.hengwei.platform.identity.IdentityAct.CreatePerson;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.IdentityAct.IssueToken;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.identity.TokenAdministration;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/people")
class PeopleController {
    /// What is typed about a person; the password never goes further than its hash.
    record PersonBody(
            @Nullable @Pattern(regexp = IdentityAct.USERNAME)
            String username,

            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Email @Size(max = 200) String email,
            @NotNull UnitId unit,
            @Nullable Boolean active,

            @Nullable @Pattern(regexp = IdentityAct.LANGUAGE)
            String language,

            @Nullable @Size(max = 200) String password) {
        CreatePerson create() {
            return new CreatePerson(username, name, phone, email, unit, language);
        }

        ChangePerson change() {
            return new ChangePerson(username, name, phone, email, unit, active == null || active, language);
        }

        @Nullable
        String newPassword() {
            return password == null || password.isBlank() ? null : password;
        }

        @Override
        public String toString() {
            return "PersonBody[" + name + "]";
        }
    }

    record Created(UUID id) {}

    private final PeopleQueries queries;
    private final PersonAdministration people;
    private final GrantAdministration grants;
    private final TokenAdministration tokens;

    PeopleController(
            PeopleQueries queries,
            PersonAdministration people,
            GrantAdministration grants,
            TokenAdministration tokens) {
        this.queries = queries;
        this.people = people;
        this.grants = grants;
        this.tokens = tokens;
    }

    @GetMapping
    Slice<PeopleQueries.Person> list(
            @ParameterObject @Valid PeopleQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<PeopleQueries.Person> get(@PathVariable UserId id) {
        var person = queries.get(id);
        return ResponseEntity.ok().eTag(ETag.of(person.version())).body(person);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody @Valid PersonBody person) {
        return new Created(people.create(person.create(), person.newPassword()).value());
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> change(
            @PathVariable UserId id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid PersonBody person) {
        var version = people.change(id, ETag.seen(seen), person.change(), person.newPassword());
        return ResponseEntity.noContent().eTag(ETag.of(version)).build();
    }

    @PostMapping("/{id}/grants")
    @ResponseStatus(HttpStatus.CREATED)
    Created grant(@PathVariable UserId id, @RequestBody @Valid Grant grant) {
        return new Created(grants.grant(id, grant));
    }

    @DeleteMapping("/{id}/grants/{grant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UserId id, @PathVariable UUID grant) {
        grants.revoke(id, grant);
    }

    /// The only time this token of an outside system's account is shown.
    record AccountToken(UUID id, String token) {}

    @PostMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    AccountToken issueToken(@PathVariable UserId id, @RequestBody @Valid IssueToken token) {
        Credentials.Issued issued = tokens.issue(id, token);
        return new AccountToken(issued.id(), issued.secret());
    }
}
