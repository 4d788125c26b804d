package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.protocol.LdapConfig;
import io.hengwei.platform.identity.protocol.OidcConfig;
import io.hengwei.platform.secret.Envelopes;
import io.hengwei.platform.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The identity sources as they stand in the database, and the sealed passwords with which they are asked.
@Component
@Transactional(readOnly = true)
public class IdentitySources {
    private static final String COLUMNS =
            "select id, name, kind, active, adopting, config, sealed is not null as has_secret, failure, version from identity.source ";

    private final Envelopes envelopes;
    private final JdbcClient db;
    private final JsonMapper json;

    IdentitySources(Envelopes envelopes, JdbcClient db, JsonMapper json) {
        this.envelopes = envelopes;
        this.db = db;
        this.json = json;
    }

    public List<IdentitySource> all() {
        return db.sql(COLUMNS + "order by name").query(this::source).list();
    }

    /// Those that prove somebody today.
    public List<IdentitySource> active(SourceKind kind) {
        return db.sql(COLUMNS + "where active and kind = ? order by name")
                .param(kind.name())
                .query(this::source)
                .list();
    }

    public Optional<IdentitySource> find(UUID id) {
        return db.sql(COLUMNS + "where id = ?").param(id).query(this::source).optional();
    }

    public IdentitySource get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound(id));
    }

    /// In the clear, for the moment in which the source is asked.
    public @Nullable String secret(UUID id) {
        return db.sql("select sealed from identity.source where id = ? and sealed is not null")
                .param(id)
                .query((row, ignored) -> row.getBytes(1))
                .optional()
                .map(kept -> envelopes.openText(kept, context(id)))
                .orElse(null);
    }

    static String context(UUID source) {
        return "source:" + source;
    }

    private IdentitySource source(ResultSet row, int ignored) throws SQLException {
        var kind = SourceKind.valueOf(row.getString("kind"));
        var config = row.getString("config");
        return new IdentitySource(
                row.getObject("id", UUID.class),
                row.getString("name"),
                kind,
                row.getBoolean("active"),
                row.getBoolean("adopting"),
                kind == SourceKind.LDAP ? json.readValue(config, LdapConfig.class) : null,
                kind == SourceKind.OIDC ? json.readValue(config, OidcConfig.class) : null,
                row.getBoolean("has_secret"),
                row.getString("failure"),
                row.getLong("version"));
    }
}
