package io.hengwei.platform.setting;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hengwei.platform.setting.SettingValues.Author;
import io.hengwei.platform.setting.SettingValues.Value;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/settings")
class SettingController {
    record SettingView(
            String key,
            String module,
            Setting.Type type,
            List<String> choices,
            @Nullable String unit,
            @JsonProperty("default") Object standard,
            @Nullable String clause,
            boolean proposed,
            List<SettingScope.Kind> scopes,
            Object value,
            @Nullable Origin origin) {}

    /// Where the value was set; absent when it is the default.
    record Origin(SettingScope.Kind scopeKind, @Nullable String scopeName, Instant effectiveFrom) {}

    /// What one scope on the way up says; no value when it says nothing.
    record Step(
            SettingScope.Kind scopeKind,
            @Nullable String scopeName,
            @Nullable Object value,
            @Nullable Instant effectiveFrom,
            @Nullable Author by) {}

    record Change(
            SettingScope.Kind scopeKind,
            @Nullable String scopeName,
            @Nullable Object value,
            Instant effectiveFrom,
            Instant changedAt,
            @Nullable Author by,
            String reason) {}

    /// @param latest the last line of the scope itself, to be sent along with a change (`If-Match`)
    record SettingDetails(SettingView setting, List<Step> trace, List<Change> history, long latest) {}

    private static final String READ = "setting:read";

    private final DeclaredSettings declared;
    private final Settings settings;
    private final SettingValues table;
    private final ScopeFamily family;
    private final SettingAdministration administration;
    private final Clock clock;

    SettingController(
            DeclaredSettings declared,
            Settings settings,
            SettingValues table,
            ScopeFamily family,
            SettingAdministration administration,
            Clock clock) {
        this.declared = declared;
        this.settings = settings;
        this.table = table;
        this.family = family;
        this.administration = administration;
        this.clock = clock;
    }

    @GetMapping
    List<SettingView> list() {
        Scope.current().require(READ);
        return declared.all().stream()
                .map(setting -> view(setting, SettingScope.GLOBAL))
                .toList();
    }

    @GetMapping("/{key}")
    SettingDetails one(
            @PathVariable String key,
            @RequestParam(defaultValue = "GLOBAL") SettingScope.Kind scopeKind,
            @RequestParam(required = false) @Nullable UUID scopeId) {
        Scope.current().require(READ);
        var setting = declared.get(key);
        var scope = scopeKind == SettingScope.Kind.GLOBAL || scopeId == null
                ? SettingScope.GLOBAL
                : new SettingScope(scopeKind, scopeId);
        var line = family.line(scope);
        var history = history(setting, line);
        var authors = table.authors(history.stream().map(Value::changedBy).collect(toSet()));
        return new SettingDetails(
                view(setting, scope),
                trace(setting, line, authors),
                history.stream().map(value -> change(setting, value, authors)).toList(),
                administration.latest(setting, scope));
    }

    /// A new value for one scope; no value takes the scope back to what it inherits.
    ///
    /// @param effectiveFrom at once, when absent or past
    record NewValue(
            @NotNull SettingScope.Kind scopeKind,
            @Nullable UUID scopeId,
            @Nullable Object value,
            @Nullable Instant effectiveFrom,
            @NotBlank @Size(max = 500) String reason) {
        SettingScope scope() {
            if ((scopeKind == SettingScope.Kind.GLOBAL) != (scopeId == null))
                throw Refused.invalid("setting-scope-id").at("scopeId");
            return new SettingScope(scopeKind, scopeId);
        }
    }

    @PutMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid NewValue change) {
        administration.change(
                key,
                change.scope(),
                change.value(),
                change.effectiveFrom(),
                change.reason(),
                seen == null ? null : ETag.seen(seen));
    }

    private <T> SettingView view(Setting<T> setting, SettingScope scope) {
        var source = settings.source(setting, scope, clock.instant());
        return new SettingView(
                setting.key(),
                setting.module(),
                setting.type(),
                setting.choices(),
                setting.unit(),
                setting.standard(),
                setting.clause(),
                setting.proposed(),
                setting.scopes().stream().sorted().toList(),
                source == null ? setting.standard() : settings.read(setting, source),
                source == null ? null : origin(source));
    }

    private Origin origin(Value source) {
        return new Origin(source.scope().kind(), family.name(source.scope()), source.effectiveFrom());
    }

    private List<Step> trace(Setting<?> setting, List<SettingScope> line, Map<UserId, Author> authors) {
        var now = clock.instant();
        return line.stream()
                .map(scope -> step(setting, scope, settings.book().inForce(setting.key(), scope, now), authors))
                .toList();
    }

    private Step step(Setting<?> setting, SettingScope scope, @Nullable Value said, Map<UserId, Author> authors) {
        return said == null
                ? new Step(scope.kind(), family.name(scope), null, null, null)
                : new Step(
                        scope.kind(),
                        family.name(scope),
                        settings.read(setting, said),
                        said.effectiveFrom(),
                        authors.get(said.changedBy()));
    }

    private List<Value> history(Setting<?> setting, List<SettingScope> line) {
        var all = settings.book().history(setting.key());
        return line.stream()
                .flatMap(scope -> all.getOrDefault(scope, List.of()).stream())
                .sorted(Comparator.comparing(Value::id).reversed())
                .toList();
    }

    private Change change(Setting<?> setting, Value value, Map<UserId, Author> authors) {
        return new Change(
                value.scope().kind(),
                family.name(value.scope()),
                value.json() == null ? null : settings.read(setting, value),
                value.effectiveFrom(),
                value.changedAt(),
                authors.get(value.changedBy()),
                value.reason());
    }
}
