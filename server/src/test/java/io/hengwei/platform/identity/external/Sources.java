package io.hengwei.platform.identity.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.platform.identity.Door;
import io.hengwei.platform.identity.IdentityAct.CreatePerson;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Identity sources as an administrator sets them up, and people who have no password here.
class Sources {
    private final ApplicationContext context;
    private final Door door;
    private final People people;
    private final Cookie administrator;

    Sources(ApplicationContext context) {
        this.context = context;
        door = new Door(context);
        people = new People(context);
        administrator = people.session(people.person(people.root(), "USER_ADMIN"));
    }

    Cookie administrator() {
        return administrator;
    }

    String directory(Map<String, Object> ldap, boolean adopting) {
        var made = door.post(administrator, "/api/identity-sources", body(adopting, "ldap", ldap));
        assertThat(made).hasStatus(201);
        return secret(Client.tree(made).path("id").asString(), TestDirectory.READERS_PASSWORD);
    }

    String issuer(Map<String, Object> oidc, boolean adopting, @Nullable String secret) {
        var made = door.post(administrator, "/api/identity-sources", body(adopting, "oidc", oidc));
        assertThat(made).hasStatus(201);
        var id = Client.tree(made).path("id").asString();
        return secret == null ? id : secret(id, secret);
    }

    private String secret(String id, String secret) {
        assertThat(door.put(administrator, "/api/identity-sources/" + id + "/secret", Map.of("secret", secret)))
                .hasStatus(204);
        return id;
    }

    static Map<String, Object> body(boolean adopting, String kind, Map<String, Object> config) {
        var body = new HashMap<String, Object>(Map.of("name", "身份源" + People.number(), "adopting", adopting));
        body.put(kind, config);
        return body;
    }

    String map(String source, String group, String role, UnitId unit) {
        var made = door.post(
                administrator,
                "/api/identity-sources/" + source + "/groups",
                Map.of("group", group, "role", role, "unit", unit.toString()));
        assertThat(made).hasStatus(201);
        return Client.tree(made).path("id").asString();
    }

    /// Who does not sign in by a password of this product.
    UserId withoutPassword(UnitId unit, String username) {
        return Scope.asSystem(() -> context.getBean(PersonAdministration.class)
                .create(new CreatePerson(username, "李四" + People.number(), null, null, unit, null), null));
    }

    MvcTestResult link(UserId person, String source, String name) {
        return door.ask(
                HttpMethod.PUT,
                administrator,
                "/api/people/" + person + "/link",
                Map.of("source", source, "name", name));
    }

    List<String> roles(UserId person) {
        return door.inTransaction(() -> context.getBean(JdbcClient.class)
                .sql("select role from identity.role_grant where person = ? order by role")
                .param(person.value())
                .query(String.class)
                .list());
    }

    /// Other tests share the database: nobody is to be asked for in a directory that is gone.
    void switchOff() {
        door.inTransaction(() -> context.getBean(JdbcClient.class)
                .sql("update identity.source set active = false")
                .update());
    }
}
