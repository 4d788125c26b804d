package io.hengwei.attack;

import io.hengwei.OtherBranch;
import io.hengwei.attack.Description.Endpoint;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Four people at headquarters who between them may do whatever anybody may: a manager of everything, and the three
/// administrators, whose rights exclude one another. And a branch with one of each thing, to attack.
final class Insiders {
    /// Found by nobody.
    static final String NOTHING = "zzqxnothing";

    private static final List<List<String>> ROLES = List.of(
            List.of("EXECUTIVE", "OPS_DIRECTOR", "OPS_MANAGER", "MGMT_DEPT"),
            List.of("PLATFORM_ADMIN"),
            List.of("USER_ADMIN"),
            List.of("SYS_AUDITOR"));

    /// Of a word that stands in every text of the branch.
    static final String MARK = "Attackable";

    private static final Map<ApplicationContext, Insiders> KNOWN = new ConcurrentHashMap<>();

    final People people;
    final OtherBranch branch;
    final List<UserId> persons;
    private final ApplicationContext context;
    final List<Attacker> all;

    /// The same ones for every attack: nothing of theirs changes.
    static Insiders of(ApplicationContext context) {
        return KNOWN.computeIfAbsent(context, Insiders::new);
    }

    private Insiders(ApplicationContext context) {
        this.context = context;
        people = new People(context);
        branch = OtherBranch.made(context, people, MARK);
        OtherBranch.made(context, people, "Second");
        persons = ROLES.stream().map(roles -> person(roles)).toList();
        all = persons.stream()
                .map(person -> Attacker.of(context, people.token(person)))
                .toList();
    }

    private UserId person(List<String> roles) {
        var person = people.person(people.root());
        Scope.asSystem(() -> {
            for (var role : roles)
                context.getBean(GrantAdministration.class).grant(person, new Grant(role, people.root(), null, null));
            return person;
        });
        return person;
    }

    Attacker manager() {
        return all.getFirst();
    }

    /// How often one of them has done anything, and anybody in the branch but the product itself: whatever is changed
    /// is a line, and what was refused is a line of its own kind.
    long acts() {
        var db = context.getBean(JdbcClient.class);
        return Scope.asSystem(() -> context.getBean(TransactionTemplate.class)
                .execute(ignored -> db.sql("""
            select count(*) from record.journal
            where command <> 'Refused' and (actor = any(:insiders) or unit = :unit and actor <> :system)""")
                        .param("insiders", persons.stream().map(UserId::value).toArray(UUID[]::new))
                        .param("unit", branch.unit().value())
                        .param("system", Scope.SYSTEM.value())
                        .query(Long.class)
                        .single()));
    }

    /// Everything that can be read, and who is let in there.
    Map<Endpoint, Attacker> readers() {
        var readers = new LinkedHashMap<Endpoint, Attacker>();
        for (var endpoint : Description.read().endpoints())
            if (!endpoint.isUnsafe() && !endpoint.path().equals("/api/live"))
                reader(endpoint).ifPresent(reader -> readers.put(endpoint, reader));
        return readers;
    }

    /// The one who is let in where this is asked as it is meant.
    private Optional<Attacker> reader(Endpoint endpoint) {
        return all.stream()
                .filter(one -> one.get(uri(endpoint, Map.of())).status() == 200)
                .findFirst();
    }

    /// The address with what it requires, and with these parameters as they are.
    String uri(Endpoint endpoint, Map<String, String> with) {
        var query = new LinkedHashMap<String, String>();
        for (var parameter : endpoint.query())
            if (parameter.required()) query.put(parameter.name(), Attacker.encoded(plain(parameter)));
        if (endpoint.path().equals("/api/targets"))
            query.put("unit", branch.unit().toString());
        query.putAll(with);
        return branch.fill(endpoint.path())
                + query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
    }

    private String plain(Description.Parameter parameter) {
        if (parameter.name().equals("permission")) return "person:read";
        if (parameter.name().equals("format")) return "CSV";
        return Stream.of(parameter.schema().path("enum").path(0).asString(""))
                .filter(first -> !first.isEmpty())
                .findFirst()
                .orElseGet(() -> switch (parameter.schema().path("format").asString("")) {
                    case "uuid" -> branch.unit().toString();
                    case "date" -> "2026-01-05";
                    case "date-time" -> "2026-01-05T01:00:00Z";
                    default -> NOTHING;
                });
    }
}
