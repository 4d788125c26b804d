package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.CreatePerson;
import io.hengwei.platform.identity.IdentityAct.CreateUnit;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Units and people for tests, made through the use cases, and the sessions they open.
public class People {
    public static final String PASSWORD = "Right!horse7";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final UnitAdministration units;
    private final PersonAdministration people;
    private final GrantAdministration grants;
    private final UnitTrees trees;
    private final RoleAdministration roles;
    private final Credentials credentials;
    private final Sessions sessions;

    public People(org.springframework.context.ApplicationContext context) {
        units = context.getBean(UnitAdministration.class);
        people = context.getBean(PersonAdministration.class);
        grants = context.getBean(GrantAdministration.class);
        trees = context.getBean(UnitTrees.class);
        roles = context.getBean(RoleAdministration.class);
        credentials = context.getBean(Credentials.class);
        sessions = context.getBean(Sessions.class);
    }

    public static int number() {
        return NUMBERS.incrementAndGet();
    }

    public UnitId root() {
        var root = trees.current().root();
        if (root != null) return root.id();
        return Scope.asSystem(() -> units.create(new CreateUnit("总部", Unit.Kind.HEADQUARTERS, null)));
    }

    public UnitId branch() {
        return unit(root());
    }

    public UnitId unit(UnitId parent) {
        return Scope.asSystem(() -> units.create(new CreateUnit("分公司" + number(), Unit.Kind.BRANCH, parent)));
    }

    /// A person who signs in as `u<number>` with [#PASSWORD].
    public UserId person(UnitId unit) {
        var number = number();
        var username = "u" + number;
        return Scope.asSystem(() -> people.create(
                new CreatePerson(username, "张三" + number, "1380000" + number, null, unit, null), PASSWORD));
    }

    /// A role that nobody holds yet.
    public String role(String... patterns) {
        var name = "角色" + number();
        return Scope.asSystem(() ->
                roles.create(new RightsAct.CreateRole(name, name, "", "", Administration.NONE, List.of(patterns))));
    }

    public UserId person(UnitId unit, String role) {
        return person(unit, role, unit);
    }

    public UserId person(UnitId unit, String role, UnitId over) {
        var person = person(unit);
        Scope.asSystem(() -> grants.grant(person, new Grant(role, over, null, null)));
        return person;
    }

    /// A session without the detour over the password.
    public Cookie session(UserId person) {
        return new Cookie(
                "HENGWEI_SESSION",
                Scope.asSystem(() ->
                                sessions.open(person, new Sessions.Origin("127.0.0.1", null), Credentials.Stage.OPEN))
                        .secret());
    }

    /// What the client does with the CSRF cookie. (The one of spring-security-test exchanges the repository of the
    /// whole context.)
    public static RequestPostProcessor csrf() {
        return request -> {
            var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            var all = Arrays.copyOf(cookies, cookies.length + 1);
            all[cookies.length] = new Cookie("XSRF-TOKEN", "chosen-by-the-test");
            request.setCookies(all);
            request.addHeader("X-XSRF-TOKEN", "chosen-by-the-test");
            return request;
        };
    }

    /// An API token with all that the person may.
    public String token(UserId person) {
        return Scope.asSystem(() -> credentials.token(person, "test", null, null))
                .secret();
    }

    /// An API token that lets through only this.
    public String token(UserId person, String... permissions) {
        return Scope.asSystem(() -> credentials.token(person, "test", Set.of(permissions), null))
                .secret();
    }
}
