package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint × role × foreign unit, and every command × role: what belongs to another branch is neither told nor
/// changed, and a command is done exactly by those whose role has its permission.
@HengweiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "GET /api/setup",
            "POST /api/setup",
            "POST /api/session",
            "POST /api/activation",
            "GET /api/sso",
            "GET /api/sso/{source}",
            "GET /api/sso/back");
    private static final Set<String> OF_THEIR_OWN =
            Set.of("DELETE /api/session", "GET /api/live", "GET /api/openapi.json", "GET /api/openapi.yaml");
    private static final Set<Integer> DENIED = Set.of(400, 403, 404, 405, 409, 412, 415, 422, 428);

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Autowired
    MockMvc http;

    @Autowired
    RecordTypes types;

    @Autowired
    Roles roles;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private People people;
    private OtherBranch foreign;
    private OtherBranch home;

    private record Endpoint(
            HttpMethod method,
            String path,
            MediaType takes,
            @Nullable Class<?> body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    void twoBranches() {
        people = new People(context);
        foreign = OtherBranch.made(context, people, "FOREIGN-SECRET");
        home = OtherBranch.made(context, people, "HOME");
    }

    @Test
    void nobodyGetsAnywhereWithoutSigningIn() throws Exception {
        for (var endpoint : all()) {
            if (OPEN_TO_ALL.contains(endpoint.toString())) continue;
            assertThat(ask(endpoint, null, "{}").getStatus())
                    .as(endpoint.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void whatBelongsToAnotherBranchIsNeitherToldNorChanged() throws Exception {
        var before = foreign.state(db, transactions);
        for (var role : ofEveryKind()) {
            var session = people.session(person(role));
            for (var endpoint : all()) {
                if (OPEN_TO_ALL.contains(endpoint.toString()) || OF_THEIR_OWN.contains(endpoint.toString())) continue;
                var answer = ask(endpoint, session, foreign.body(endpoint.body()));
                assertThat(text(answer)).as(role + " " + endpoint).doesNotContain("FOREIGN-SECRET");
                assertThat(answer.getStatus())
                        .as(role + " " + endpoint + " " + text(answer))
                        .isLessThan(500);
                if (foreign.names(endpoint.path()))
                    assertThat(answer.getStatus())
                            .as(role + " " + endpoint + " " + text(answer))
                            .isIn(DENIED);
            }
        }
        assertThat(foreign.state(db, transactions)).isEqualTo(before);
    }

    @Test
    void everyCommandOnAnotherBranchsRecordIsRefusedAndChangesNothing() throws Exception {
        var before = foreign.state(db, transactions);
        for (var role : ofEveryKind()) {
            var session = people.session(person(role));
            for (var type : types.all()) {
                for (var command : commands(type)) {
                    var path = type.path() + "/" + foreign.record(type.kind()) + "/commands";
                    var answer = command(
                            path,
                            session,
                            foreign.version(db, transactions, type.kind()),
                            Samples.of(command, foreign));
                    assertThat(answer.getStatus())
                            .as(role + " " + command + " " + text(answer))
                            .isIn(403, 404);
                }
            }
        }
        assertThat(foreign.state(db, transactions)).isEqualTo(before);
    }

    @Test
    void aCommandIsDoneByThoseWhoseRoleHasItsPermissionAndByNobodyElse() throws Exception {
        for (var role : ofEveryKind()) {
            var session = people.session(person(role));
            for (var type : types.all()) {
                for (var command : commands(type)) {
                    var path = type.path() + "/" + home.record(type.kind()) + "/commands";
                    var answer = command(path, session, 999_999, Samples.of(command, home));
                    var may = roles.of(role)
                            .containsAll(List.of(type.permission(command.getSimpleName()), type.permission("read")));
                    assertThat(answer.getStatus())
                            .as(role + " " + command + " " + text(answer))
                            .isIn(may ? Set.of(412) : Set.of(403, 404));
                }
            }
        }
    }

    /// Of the roles that may do the same, one.
    private Collection<String> ofEveryKind() {
        var kinds = new LinkedHashMap<Set<String>, String>();
        roles.all().forEach((role, permissions) -> kinds.putIfAbsent(permissions, role));
        kinds.put(roles.of(Roles.USER), Roles.USER);
        return kinds.values();
    }

    private UserId person(String role) {
        return role.equals(Roles.USER) ? people.person(home.unit()) : people.person(home.unit(), role);
    }

    private static List<? extends Class<?>> commands(RecordType<?, ?, ?> type) {
        return Stream.of(type.commands().getPermittedSubclasses())
                .filter(c -> !io.hengwei.platform.record.AutomaticCommand.class.isAssignableFrom(c))
                .toList();
    }

    private List<Endpoint> all() {
        var found = new ArrayList<Endpoint>();
        endpoints
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(p -> p.startsWith("/api"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> found.add(
                                        new Endpoint(method.asHttpMethod(), path, takes(mapping), body(handler))))));
        assertThat(found).hasSizeGreaterThan(60);
        found.sort(Comparator.comparing(Endpoint::toString));
        return found;
    }

    private static MediaType takes(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }

    private static @Nullable Class<?> body(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .<Class<?>>map(MethodParameter::getParameterType)
                .orElse(null);
    }

    private MockHttpServletResponse command(String path, Cookie session, long version, String body) throws Exception {
        return http.perform(MockMvcRequestBuilders.post(path)
                        .cookie(session)
                        .with(People.csrf())
                        .header("If-Match", "\"" + version + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse ask(Endpoint endpoint, @Nullable Cookie session, String body) throws Exception {
        var uri = foreign.fill(endpoint.path())
                + "?q=SECRET&name=SECRET.txt&text=SECRET&format=CSV&from=2020-01-01T00:00:00Z&to=2030-01-01T00:00:00Z"
                + (endpoint.path().contains("rights") ? "&permission=person:read&unit=" + foreign.unit() : "")
                + (endpoint.path().endsWith("/preview") ? "&administration=NONE&patterns=*:read" : "");
        var request = MockMvcRequestBuilders.request(
                endpoint.method(), uri.replace("/days?", "/days?from=2026-01-01&to=2026-01-31&x="));
        if (session != null) request.cookie(session);
        if (endpoint.method() != HttpMethod.GET)
            request.with(People.csrf())
                    .header("If-Match", "\"1\"")
                    .contentType(endpoint.takes())
                    .content(body);
        return http.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws UnsupportedEncodingException {
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void whoTakesPartSeesTheRecordAndWhoDoesNotDoesNot() throws Exception {
        var path = "/api/incidents/" + foreign.record("INCIDENT");
        assertThat(get(path, foreign.requester())).isEqualTo(200);
        assertThat(get(path, people.person(home.unit()))).isEqualTo(404);
        assertThat(Scope.asSystem(() -> foreign.version(db, transactions, "INCIDENT")))
                .isPositive();
    }

    private int get(String path, UserId who) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path).cookie(people.session(who)))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
