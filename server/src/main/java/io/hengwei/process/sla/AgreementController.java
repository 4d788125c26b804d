package io.hengwei.process.sla;

import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is agreed (SLA-01, 02, 04, 09): one table, read and written as a whole, so that whoever changes a line of it
/// has seen all others.
@RestController
@RequestMapping("/api/agreements")
class AgreementController {
    /// @param names of the units and systems in it
    /// @param version to be sent along with a change
    record AgreementBook(List<Agreement> agreements, Map<UUID, String> names, long version) {}

    /// @param effectiveFrom at once, when absent or past
    record NewAgreements(
            @NotNull @Valid Agreements book,
            @Nullable Instant effectiveFrom,
            @NotBlank @Size(max = 500) String reason) {}

    private final Settings settings;
    private final SettingAdministration administration;

    AgreementController(Settings settings, SettingAdministration administration) {
        this.settings = settings;
        this.administration = administration;
    }

    @GetMapping
    ResponseEntity<AgreementBook> all() {
        Scope.current().require("setting:read");
        var book = settings.value(SlaSettings.AGREEMENTS);
        var version = administration.latest(SlaSettings.AGREEMENTS, SettingScope.GLOBAL);
        return ResponseEntity.ok()
                .eTag(ETag.of(version))
                .body(new AgreementBook(book.agreements(), names(book), version));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid NewAgreements change) {
        administration.change(
                SlaSettings.AGREEMENTS,
                SettingScope.GLOBAL,
                change.book(),
                change.effectiveFrom(),
                change.reason(),
                ETag.seen(seen));
    }

    private Map<UUID, String> names(Agreements book) {
        var names = new HashMap<UUID, String>();
        for (var agreement : book.agreements()) {
            agreement.units().forEach(unit -> put(names, SettingScope.unit(unit)));
            agreement.systems().forEach(system -> put(names, SettingScope.system(system)));
        }
        return names;
    }

    private void put(Map<UUID, String> names, SettingScope scope) {
        var name = settings.name(scope);
        if (name != null && scope.id() != null) names.put(scope.id(), name);
    }
}
