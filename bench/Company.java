import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Headquarters, forty branches with departments, people, groups and systems, made through the API; and who looks at lists in three scopes.
record Company(String root, List<String> units, List<String> branch, String outpost, List<String> people, List<String> groups, List<String> systems, Session hq, Session ofBranch, Session ofOutpost) {
    private static final int BRANCHES = 40;
    private static final int DEPARTMENTS = 8;

    static Company found(Product product) throws Exception {
        var code = Files.readString(product.data.resolve("setup-code")).strip();
        Session.anonymous(product).post("/api/setup", "{\"code\":\"%s\",\"administrators\":[%s,%s,%s]}".formatted(code, administrator("SYSTEM"), administrator("SECURITY"), administrator("AUDIT")));
        var security = Session.of(product, "security");
        var root = security.get("/api/units").get(0).path("id").asString();
        var units = new ArrayList<String>();
        var branch = new ArrayList<String>();
        for (int b = 0; b < BRANCHES; b++) {
            var one = unit(security, "分公司" + b, "BRANCH", root);
            var all = b == 0 ? branch : units;
            all.add(one);
            for (int d = 0; d < DEPARTMENTS; d++) all.add(unit(security, "部门" + b + "-" + d, "DEPARTMENT", one));
        }
        var outpost = unit(security, "网点", "DEPARTMENT", units.getFirst());
        var people = new ArrayList<String>();
        for (int i = 0; i < 200; i++) people.add(security.post("/api/people", "{\"name\":\"员工%d\",\"unit\":\"%s\"}".formatted(i, units.get(i % units.size()))).path("id").asString());
        var groups = new ArrayList<String>();
        for (int i = 0; i < 60; i++) groups.add(security.post("/api/groups", "{\"name\":\"运维组%d\",\"unit\":\"%s\",\"line\":1}".formatted(i, units.get(i * 5 % units.size()))).path("id").asString());
        var hq = account(product, security, "hq", "OPS_MANAGER", root);
        var systems = new ArrayList<String>();
        for (int i = 0; i < 40; i++) systems.add(hq.post("/api/systems", """
            {"code":"SYS-%d","name":"业务系统%d","systemClass":"%s","serviceHours":"STANDARD","unit":"%s","responsible":"%s","group":"%s"}""".formatted(i, i, "ABC".charAt(i % 3), root, people.get(i), groups.get(i)))
                .path("id").asString());
        return new Company(root, units, branch, outpost, people, groups, systems, hq, account(product, security, "branch", "DESK_OPERATOR", branch.getFirst()),
                account(product, security, "outpost", "DESK_OPERATOR", outpost));
    }

    private static String administrator(String kind) {
        return "{\"kind\":\"%s\",\"username\":\"%s\",\"name\":\"管理员%s\",\"password\":\"%s\"}".formatted(kind, kind.toLowerCase(java.util.Locale.ROOT), kind, Session.PASSWORD);
    }

    private static String unit(Session security, String name, String kind, String parent) throws Exception {
        return security.post("/api/units", "{\"name\":\"%s\",\"kind\":\"%s\",\"parent\":\"%s\"}".formatted(name, kind, parent)).path("id").asString();
    }

    private static Session account(Product product, Session security, String username, String role, String unit) throws Exception {
        var person = security.post("/api/people", "{\"username\":\"%s\",\"name\":\"%s\",\"unit\":\"%s\",\"password\":\"%s\"}".formatted(username, username, unit, Session.PASSWORD)).path("id").asString();
        security.post("/api/people/" + person + "/grants", "{\"role\":\"%s\",\"unit\":\"%s\"}".formatted(role, unit));
        return Session.of(product, username);
    }
}
