package io.hengwei.demo;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// The founded company: its ids by the charter's keys, and what each person may do.
final class Company {
    static final String SYSTEM = "system";

    private final Charter charter;
    private final Founding.Ids ids;
    private final Map<String, Scope> scopes;

    Company(Charter charter, Founding.Ids ids, Directory directory) {
        this.charter = charter;
        this.ids = ids;
        this.scopes = ids.people().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> directory.scopeOf(e.getValue()).orElseThrow()));
    }

    Charter charter() {
        return charter;
    }

    UserId person(String username) {
        return ids.person(username);
    }

    GroupId group(String key) {
        return ids.group(key);
    }

    UnitId unit(String key) {
        return ids.unit(key);
    }

    UUID system(String code) {
        return ids.system(code);
    }

    Scope scope(String username) {
        return Objects.requireNonNull(scopes.get(username), username);
    }

    /// Does the work as this person.
    void as(String username, Runnable work) {
        if (username.equals(SYSTEM)) {
            Scope.asSystem(work);
            return;
        }
        Scope.as(scope(username), () -> {
            work.run();
            return true;
        });
    }
}
