package io.hengwei.resource.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.secret.KeyKeeping;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plain password is nowhere: not in a table, whatever was done with it and however often a request was repeated,
/// and not in the log. What lies sealed is sealed anew when the master key changes.
@HengweiTest
@ExtendWith(OutputCaptureExtension.class)
class NowhereTest {
    private static final String FIRST = "Kx4!first-plain-password";
    private static final String SECOND = "Wm8?second-plain-password";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc http;

    @Autowired
    Safe safe;

    private UserId manager;
    private jakarta.servlet.http.Cookie session;

    @Test
    void thePlainPasswordIsInNoTableAndInNoLog(CapturedOutput output) throws Exception {
        var entry = filed();
        var reveal = ask("/" + entry + "/reveals", Map.of("reason", "检修"), "reveal-" + entry);
        var opening = "/" + entry + "/reveals/" + reveal.path("id").asString() + "/opening";
        for (int i = 0; i < 2; i++)
            assertThat(ask(opening, Map.of(), "open-" + entry).path("secret").asString())
                    .isEqualTo(FIRST);
        ask("/" + entry + "/renewals", Map.of("secret", SECOND), "renew-" + entry);
        ask("/" + entry + "/renewals", Map.of("secret", "short-" + 1), "refused-" + entry);
        ask("/" + entry + "/renewals", Map.of("secret", SECOND, "reason", "x".repeat(501)), "invalid-" + entry);
        try (var owner = OwnerAccess.connect(context.getEnvironment())) {
            var tables = tables(owner);
            assertThat(tables).hasSizeGreaterThan(60).contains("record.idempotency", "record.journal", "vault.secret");
            for (var table : tables) {
                for (var plain : List.of(FIRST, SECOND)) {
                    for (var form : forms(plain))
                        assertThat(count(owner, table, form)).as(table).isZero();
                }
            }
            assertThat(count(owner, "record.idempotency", "renew-" + entry)).isOne();
            assertThat(count(owner, "record.journal", "OpenSecret")).isPositive();
        }
        assertThat(output).doesNotContain(FIRST, SECOND);
    }

    @Test
    void aChangedMasterKeySealsEverythingAnew() throws Exception {
        var entry = filed();
        var before = sealed(entry);
        var data = context.getEnvironment().getRequiredProperty("hengwei.data");
        assertThat(KeyKeeping.run(new String[] {"rotate-master-key"}, Map.of("DATA", data)))
                .contains(0);
        for (int i = 0; i < 100 && keyOf(sealed(entry)) == keyOf(before); i++) Thread.sleep(100);
        assertThat(keyOf(sealed(entry))).isNotEqualTo(keyOf(before));
        assertThat(Scope.<String>asSystem(() -> context.getBean(VaultSight.class)
                        .seeing(() -> safe.open(new SecretEntryId(UUID.fromString(entry)), 1))))
                .isEqualTo(FIRST);
        try (var owner = OwnerAccess.connect(context.getEnvironment())) {
            for (int i = 0; i < 100 && count(owner, "record.journal", "SealAnew") == 0; i++) Thread.sleep(100);
            assertThat(count(owner, "record.journal", "SealAnew")).isPositive();
        }
        assertThat(Path.of(data, "secrets", "master-key.json")).exists();
    }

    private String filed() throws Exception {
        var people = new People(context);
        var branch = people.branch();
        manager = people.person(branch, "OPS_MANAGER");
        session = people.session(manager);
        var form = Map.of(
                "name",
                "核心数据库",
                "secretKind",
                "DATABASE",
                "account",
                "sys",
                "unit",
                branch.toString(),
                "custodian",
                manager.toString(),
                "filedWith",
                manager.toString(),
                "releaseRule",
                "数据库故障时",
                "secret",
                FIRST);
        return ask("", form, "file-" + branch).path("entry").path("id").asString();
    }

    private JsonNode ask(String path, Map<String, ?> body, String key) throws Exception {
        var answer = http.perform(MockMvcRequestBuilders.post("/api/vault" + path)
                        .cookie(session)
                        .with(People.csrf())
                        .header("Idempotency-Key", key)
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JsonMapper.shared().writeValueAsString(body)))
                .andReturn()
                .getResponse();
        return JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private byte[] sealed(String entry) throws SQLException {
        try (var owner = OwnerAccess.connect(context.getEnvironment());
                var statement = owner.prepareStatement("select sealed from vault.secret where entry = ?")) {
            statement.setObject(1, UUID.fromString(entry));
            var row = statement.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }

    private static int keyOf(byte[] sealed) {
        return Arrays.hashCode(Arrays.copyOfRange(sealed, 5, 9));
    }

    private static List<String> tables(Connection owner) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    /// As text, as the bytes of a bytea, and packed for transport.
    private static List<String> forms(String plain) {
        var bytes = plain.getBytes(StandardCharsets.UTF_8);
        return List.of(
                plain, HexFormat.of().formatHex(bytes), Base64.getEncoder().encodeToString(bytes));
    }

    private static int count(Connection owner, String table, String text) throws SQLException {
        try (var statement =
                owner.prepareStatement("select count(*) from " + table + " t where position(? in t::text) > 0")) {
            statement.setString(1, text);
            var row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
