import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `make bench`. Arguments: the data folder, then the command that starts the product.
final class Bench {
    private static final int RECORDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_RECORDS", "1000000"));
    private static final int FEW = Math.min(10_000, RECORDS);
    private static final double SECONDS = Double.parseDouble(System.getenv().getOrDefault("BENCH_SECONDS", "3"));

    private static final Set<String> ALL = new LinkedHashSet<>(List.of("lists", "alerts", "page", "clocks", "calendars", "start"));
    private static final Set<String> PARTS = parts(System.getenv().getOrDefault("BENCH_PARTS", String.join(",", ALL)));

    private final Product product;
    private final Load load;
    private final Report report;
    private Company company;
    private Session program;
    private Seed seed;

    private Bench(Product product) throws Exception {
        this.product = product;
        load = new Load(product, SECONDS);
        report = new Report(RECORDS, SECONDS, Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
    }

    public static void main(String[] args) throws Exception {
        var product = new Product(Path.of(args[0]).toAbsolutePath(), List.of(args).subList(1, args.length));
        try {
            new Bench(product).run();
        } finally {
            if (product.isAlive()) product.stop();
        }
    }

    private void run() throws Exception {
        product.start();
        company = Company.found(product);
        // A token is given out only shortly after the password was.
        program = company.hq().program(product);
        seed = new Seed(product, company);
        if (PARTS.contains("lists")) {
            lists(seed);
        } else {
            seed.incidents(RECORDS);
            warmUp();
        }
        if (PARTS.contains("alerts")) alerts();
        if (PARTS.contains("page")) firstPage();
        if (PARTS.contains("clocks") || PARTS.contains("calendars")) Clocks.start(product, RECORDS);
        if (PARTS.contains("clocks")) clocks();
        if (PARTS.contains("calendars")) calendars();
        if (PARTS.contains("start")) starts();
        report.write(PARTS.equals(ALL));
    }

    private static Set<String> parts(String named) {
        var parts = new LinkedHashSet<>(List.of(named.split(",")));
        if (!ALL.containsAll(parts)) throw new IllegalArgumentException("BENCH_PARTS are " + ALL + ", not " + parts);
        return parts;
    }

    private void lists(Seed seed) throws Exception {
        seed.incidents(FEW);
        var few = measure(FEW);
        var many = few;
        if (RECORDS > FEW) {
            seed.incidents(RECORDS);
            many = measure(RECORDS);
        }
        budgets(few, many, Raw.of(product, company, (int) Math.max(5, SECONDS * 3)));
    }

    /// What was measured at one size, by name.
    private Map<String, Load.Figure> measure(int records) throws Exception {
        System.out.printf("%,d incidents%n", records);
        warmUp();
        var all = new LinkedHashMap<String, Load.Figure>();
        for (var scope : scopes().entrySet()) {
            for (var list : lists().entrySet()) put(all, "list " + list.getKey() + ", " + scope.getKey(), scope.getValue(), "/api/incidents?" + list.getValue());
            for (var word : List.of("打印", "打印机无法连接今天上午", "打印资金"))
                put(all, "search " + word + ", " + scope.getKey(), scope.getValue(), "/api/incidents?text=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
            for (var list : orders().entrySet()) put(all, "orders " + list.getKey() + ", " + scope.getKey(), scope.getValue(), "/api/work-orders?" + list.getValue());
            put(all, "global search 打印, " + scope.getKey(), scope.getValue(), "/api/search?q=" + URLEncoder.encode("打印", StandardCharsets.UTF_8));
        }
        for (var period : periods().entrySet()) put(all, "statistics of " + period.getKey() + ", headquarters", company.hq(), "/api/statistics?" + period.getValue());
        put(all, "my work, headquarters", company.hq(), "/api/my-work");
        put(all, "similar while typing, headquarters", company.hq(), "/api/intake/similar?q=" + URLEncoder.encode("打印机无法连接", StandardCharsets.UTF_8));
        var pages = seed.some(500);
        var open = load.of("open a record (page and timeline)", (client, turn) -> {
            var id = pages.get((int) ((turn * Load.CLIENTS + client) % pages.size()));
            company.hq().text("/api/incidents/" + id);
            company.hq().text("/api/records/" + id + "/timeline");
        });
        all.put(open.name(), open);
        var create = load.of("create an incident", SECONDS * 3, (client, _) -> company.hq().send("/api/intake/desk", contact(client)));
        all.put(create.name(), create);
        report.section(String.format(Locale.ROOT, "%,d incidents", records));
        report.figures(List.copyOf(all.values()));
        return all;
    }

    /// The program reaches its pace before anything is measured.
    private void warmUp() throws Exception {
        var paths = List.copyOf(lists().values());
        load.warm(SECONDS * 4, (client, turn) -> List.copyOf(scopes().values()).get(client % 3).text("/api/incidents?" + paths.get((int) (turn % paths.size()))));
        load.warm(SECONDS * 2, (client, turn) -> company.hq().text("/api/incidents?text=" + URLEncoder.encode("打印", StandardCharsets.UTF_8)));
    }

    private void put(Map<String, Load.Figure> all, String name, Session session, String path) throws Exception {
        all.put(name, load.of(name, (_, _) -> session.text(path)));
    }

    private Map<String, Session> scopes() {
        var scopes = new LinkedHashMap<String, Session>();
        scopes.put("headquarters", company.hq());
        scopes.put("branch of a tenth", company.ofBranch());
        scopes.put("branch of 20", company.ofOutpost());
        return scopes;
    }

    private Map<String, String> lists() {
        var now = Instant.now();
        var lists = new LinkedHashMap<String, String>();
        lists.put("all", "");
        lists.put("of a state", "state=INVESTIGATING");
        lists.put("open", "phase=OPEN&phase=WAITING");
        lists.put("of level I", "level=LEVEL_I");
        lists.put("open by priority", "phase=OPEN&sort=priority");
        lists.put("by last change", "sort=-updatedAt");
        lists.put("by time limit", "sort=nextDueAt");
        lists.put("overdue", "due=OVERDUE");
        lists.put("of a group", "group=" + company.groups().get(7));
        lists.put("alerts of two days", "kind=ALERT&openedFrom=" + now.minusSeconds(3 * 86_400) + "&openedTo=" + now.minusSeconds(86_400));
        return lists;
    }

    private Map<String, String> orders() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("all", "");
        lists.put("open", "phase=OPEN&phase=WAITING");
        lists.put("in progress", "state=IN_PROGRESS");
        lists.put("by time limit", "sort=nextDueAt");
        lists.put("overdue", "due=OVERDUE");
        lists.put("of a group", "group=" + company.groups().get(7));
        lists.put("with 打印", "text=" + URLEncoder.encode("打印", StandardCharsets.UTF_8));
        return lists;
    }

    private Map<String, String> periods() {
        var now = Instant.now();
        var periods = new LinkedHashMap<String, String>();
        periods.put("a month", "from=" + now.minusSeconds(30 * 86_400) + "&to=" + now);
        periods.put("a year", "from=" + now.minusSeconds(365 * 86_400) + "&to=" + now);
        return periods;
    }

    private String contact(int client) {
        return """
            {"kind":"FAULT","title":"打印机无法连接","description":"三楼打印机无法连接，请尽快处理","requester":"%s","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_UNIT","effect":"IMPAIRED",
             "urgency":"MEDIUM","system":"%s","call":{"line":"DESK","startedAt":"%s","minutes":3}}""".formatted(company.people().get(client), company.units().get(client * 9), Instant.now().minusSeconds(60),
                company.systems().get(client), Instant.now().minusSeconds(60));
    }

    private void budgets(Map<String, Load.Figure> few, Map<String, Load.Figure> many, Raw.Figure raw) {
        report.section("The same inserts by pgbench");
        report.line(String.format(Locale.ROOT, "%.0f per second, %.2f ms CPU of the database each (8 clients, prepared, one transaction, the running role).", raw.perSecond(), raw.cpu().database()));
        var create = many.get("create an incident");
        report.budget("create an incident: CPU", "≤ 4 ms", "≤ 2 ms", "%.2f ms (server %.2f, database %.2f)".formatted(create.cpu().all(), create.cpu().server(), create.cpu().database()), create.cpu().all() <= 4, "");
        var share = create.perSecond() / raw.perSecond();
        report.budget("create an incident: share of pgbench", "≥ 25 %", "≥ 40 %", "%.0f %% (%.0f of %.0f per second)".formatted(share * 100, create.perSecond(), raw.perSecond()), share >= 0.25,
                "the client of the measurement takes its share of the same processors");
        worst(many, "list ", 50, "≤ 50 ms", "≤ 20 ms");
        ratio(few, many);
        worst(many, "search ", 150, "≤ 150 ms", "≤ 50 ms");
    }

    private void worst(Map<String, Load.Figure> many, String what, double limit, String must, String goal) {
        var worst = many.values().stream().filter(f -> f.name().startsWith(what)).max((a, b) -> Double.compare(a.p95(), b.p95())).orElseThrow();
        var middle = many.values().stream().filter(f -> f.name().startsWith(what)).mapToDouble(Load.Figure::p95).sorted().toArray();
        report.budget(what.strip() + " of %,d: p95, the slowest".formatted(RECORDS), must, goal, "%.1f ms (%s); middle %.1f ms".formatted(worst.p95(), worst.name(), middle[middle.length / 2]), worst.p95() <= limit, "");
    }

    private void ratio(Map<String, Load.Figure> few, Map<String, Load.Figure> many) {
        var names = new ArrayList<>(many.keySet().stream().filter(n -> n.startsWith("list ")).toList());
        names.sort((a, b) -> Double.compare(many.get(b).p95() / few.get(b).p95(), many.get(a).p95() / few.get(a).p95()));
        var ratios = names.stream().mapToDouble(n -> many.get(n).p95() / few.get(n).p95()).toArray();
        report.budget("list: p95 against %,d".formatted(FEW), "≤ 2 ×", "≤ 1.2 ×", "%.1f × (%s); middle %.1f ×; %d of %d within".formatted(ratios[0], names.getFirst(), ratios[ratios.length / 2],
                Arrays.stream(ratios).filter(r -> r <= 2).count(), ratios.length), ratios[0] <= 2, "");
    }

    private void alerts() throws Exception {
        System.out.println("alerts");
        var single = Alerts.of(product, load, program, "one alert per request", 1, SECONDS * 3);
        var batches = Alerts.of(product, load, program, "batches of 100 alerts", 100, SECONDS * 3);
        report.section("Alerts");
        report.figures(List.of(single.requests(), batches.requests()));
        for (var each : List.of(single, batches))
            report.line("", String.format(Locale.ROOT, "%s: %,.0f alerts a second kept, %,.0f a second until the last was judged and counted.", each.requests().name(), each.kept(), each.judged()));
        report.budget("alert intake, one per request", "≥ 1,500/s", "≥ 3,000/s", "%,.0f/s kept, %,.0f/s judged".formatted(single.kept(), single.judged()), single.judged() >= 1_500, "");
        report.budget("alert intake, batches of 100", "≥ 15,000/s", "≥ 30,000/s", "%,.0f/s kept, %,.0f/s judged".formatted(batches.kept(), batches.judged()), batches.judged() >= 15_000, "");
    }

    private void firstPage() throws Exception {
        var kilobytes = FirstPage.bytes(product) / 1024.0;
        var painted = FirstPage.painted(product);
        report.budget("first page: shell compressed", "≤ 300 KB", "≤ 200 KB", "%.0f KB".formatted(kilobytes), kilobytes <= 300, "");
        if (painted >= 0) report.budget("first page: largest contentful paint", "≤ 1.5 s", "≤ 0.8 s", "%.2f s".formatted(painted / 1000.0), painted <= 1500, "");
    }

    private void clocks() throws Exception {
        var deadline = Clocks.deadline();
        var noticed = Clocks.noticed(product, company.hq(), RECORDS);
        report.section("Clocks");
        report.figures(List.of(noticed.quiet(), noticed.meanwhile()));
        report.line("", String.format(Locale.ROOT, "A deadline after 1 to 5,000 working minutes: %.0f ns. %,d clocks running, %,d of them ending within one minute: %,d noticed, each once: %s; after p50 %.0f ms, p95 %.0f ms, at most %.0f ms;"
                + " each costs %.2f ms server, %.2f ms database (without the lists).", deadline.nanoseconds(), noticed.running(), noticed.due(), noticed.noticed(), noticed.once() ? "yes" : "NO", noticed.p50(), noticed.p95(), noticed.all(),
                noticed.cpu().server(), noticed.cpu().database()));
        report.budget("deadline after n working minutes", "≤ 5 µs", "≤ 1 µs", "%.2f µs".formatted(deadline.nanoseconds() / 1000), deadline.nanoseconds() <= 5000, "");
        report.budget("breach noticed among %,d clocks, %,d due in a minute".formatted(noticed.running(), noticed.due()), "p50 ≤ 2 s", "≤ 1 s", "p50 %.2f s, p95 %.2f s, at most %.2f s".formatted(noticed.p50() / 1000, noticed.p95() / 1000, noticed.all() / 1000),
                noticed.once() && noticed.p50() <= 2000, "");
        report.budget("list meanwhile: p95 against quiet", "≤ 2 ×", "≤ 1.2 ×", "%.1f ×".formatted(noticed.meanwhile().p95() / noticed.quiet().p95()), noticed.meanwhile().p95() <= 2 * noticed.quiet().p95(), "");
    }

    private void calendars() throws Exception {
        var again = Clocks.reapplied(product, load, company.hq(), Math.min(100_000, RECORDS));
        report.section("A calendar is corrected");
        report.figures(List.of(again.list()));
        report.line("", String.format(Locale.ROOT, "%,d running clocks count by it: its preview takes %.1f s, all have followed %.1f s after it was published; as many moved as were told: %s.", again.clocks(), again.preview(), again.application(),
                again.agreed() ? "yes" : "NO"));
    }

    private void starts() throws Exception {
        var loaded = product.residentMegabytes();
        product.stop();
        var second = product.start();
        var fresh = product.residentMegabytes();
        report.section("Start");
        report.line(String.format(Locale.ROOT, "Second start with %,d incidents until it answers: %.1f s. Resident memory of the JVM after the start %d MB, at the end of the measurements %d MB.", RECORDS, second.toMillis() / 1000.0, fresh, loaded));
        report.budget("second start", "≤ 8 s", "≤ 4 s", "%.1f s".formatted(second.toMillis() / 1000.0), second.toMillis() <= 8000, "");
        report.budget("resident memory of the JVM under load", "≤ 800 MB", "≤ 500 MB", loaded + " MB", loaded <= 800, "");
    }
}
