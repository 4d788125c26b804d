package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What each role may do, in memory. Whoever names the version that the database has now gets the roles of that
/// version, so no node works with old ones; whoever names none gets them at most a second old.
@Component
public class Roles {
    /// What every active person has, in the own unit.
    public static final String USER = "USER";

    public static final String SYSTEM_ADMINISTRATOR = "PLATFORM_ADMIN";
    public static final String SECURITY_ADMINISTRATOR = "USER_ADMIN";
    public static final String AUDIT_ADMINISTRATOR = "SYS_AUDITOR";
    public static final List<String> ADMINISTRATORS =
            List.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

    private static final String ROLES = """
        select code, name_zh, name_en, section, duties_zh, duties_en, clause, patterns, administration, shipped, fixed, active, version
        from identity.role order by place, code""";
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final JdbcClient db;
    private final PermissionRules rules;
    private volatile long readAt = System.nanoTime() - FRESH_NANOS;
    private volatile RoleBook book;

    Roles(JdbcClient db, PermissionRules rules) {
        this.db = db;
        this.rules = rules;
        book = new RoleBook(0, List.of(), rules);
    }

    RoleBook current() {
        return at(version());
    }

    RoleBook recent() {
        return System.nanoTime() - readAt < FRESH_NANOS ? book : current();
    }

    RoleBook at(long version) {
        var known = book;
        if (known.version() != version) return read();
        readAt = System.nanoTime();
        return known;
    }

    /// The version is read before the roles: after a change in between they are read once more.
    private RoleBook read() {
        var version = version();
        var fresh =
                new RoleBook(version, db.sql(ROLES).query(Rows.of(Role.class)).list(), rules);
        book = fresh;
        readAt = System.nanoTime();
        return fresh;
    }

    private long version() {
        return db.sql("select version from identity.role_book")
                .query(Long.class)
                .single();
    }

    /// Every kind of record with the permission to read it.
    Map<String, String> reading() {
        return rules.reading();
    }

    /// The roles in use with what each may do, in the order of the catalogue.
    public Map<String, Set<String>> all() {
        return recent().permissions();
    }

    public Set<String> of(String role) {
        return recent().of(role);
    }

    /// Every role, also those switched off.
    public Collection<Role> list() {
        return current().all();
    }

    /// The roles that bring this permission.
    Set<String> granting(String permission) {
        return current().granting(permission);
    }

    void requireKnown(String permission) {
        rules.requireKnown(permission);
    }

    /// Every role in use but `USER` can be granted.
    Role requireGrantable(String code) {
        var role = current().find(code);
        if (role == null || !role.active() || code.equals(USER)) throw Refused.invalid("unknown-role", code);
        return role;
    }
}
