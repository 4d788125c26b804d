package io.hengwei.platform.identity.organisation;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import io.hengwei.platform.identity.Administration;
import io.hengwei.platform.identity.RightsAct.ChangeRole;
import io.hengwei.platform.identity.RightsAct.CreateRole;
import io.hengwei.platform.identity.Role;
import io.hengwei.platform.identity.RoleAdministration;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.shared.ETag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/// Roles and permissions. What each may do is open to everyone who is signed in.
@RestController
class RoleController {
    /// @param permissions what its patterns give it now
    /// @param grantable whether somebody can be given it
    record RoleView(
            String code,
            String nameZh,
            String nameEn,
            @Nullable String section,
            String dutiesZh,
            String dutiesEn,
            String clause,
            List<String> patterns,
            Administration administration,
            boolean shipped,
            boolean fixed,
            boolean active,
            boolean grantable,
            long version,
            Set<String> permissions) {
        static RoleView of(Role role, Set<String> permissions) {
            return new RoleView(
                    role.code(),
                    role.nameZh(),
                    role.nameEn(),
                    role.section(),
                    role.dutiesZh(),
                    role.dutiesEn(),
                    role.clause(),
                    role.patterns(),
                    role.administration(),
                    role.shipped(),
                    role.fixed(),
                    role.active(),
                    role.active() && !role.code().equals(Roles.USER),
                    role.version(),
                    permissions);
        }
    }

    record NewRole(String code) {}

    private final Roles roles;
    private final RoleAdministration administration;

    RoleController(Roles roles, RoleAdministration administration) {
        this.roles = roles;
        this.administration = administration;
    }

    @GetMapping("/api/roles")
    List<RoleView> roles() {
        return roles.list().stream()
                .map(role -> RoleView.of(role, roles.of(role.code())))
                .toList();
    }

    @GetMapping("/api/permissions")
    Set<String> permissions() {
        return administration.permissions();
    }

    /// What these patterns would give a role of this administration.
    @GetMapping("/api/roles/preview")
    RoleAdministration.Preview preview(
            @RequestParam Administration administration,
            @RequestParam(defaultValue = "") @Size(max = 100) List<String> patterns) {
        return this.administration.preview(administration, patterns);
    }

    @PostMapping("/api/roles")
    @ResponseStatus(HttpStatus.CREATED)
    NewRole create(@RequestBody @Valid CreateRole role) {
        return new NewRole(administration.create(role));
    }

    @PutMapping("/api/roles/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> change(
            @PathVariable String code,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid ChangeRole change) {
        var version = administration.change(code, ETag.seen(seen), change);
        return ResponseEntity.noContent().eTag(ETag.of(version)).build();
    }
}
