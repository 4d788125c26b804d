import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// docs/benchmarks.md: the machine, the figures, the budgets.
final class Report {
    private final StringBuilder text = new StringBuilder();
    private final List<String> budgets = new ArrayList<>();

    Report(int records, double seconds, double load) throws Exception {
        var cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(l -> l.startsWith("model name")).map(l -> l.replaceAll(".*: ", "")).findFirst().orElse("?");
        var memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
        line("# Benchmarks", "", "Written by `make bench` (`bench/`); the last run. Everything goes through the shipped program: HTTP, signed in by session, row-level security on, its own PostgreSQL with",
                "fsync on. %d clients, each again as soon as it is answered, so times include waiting for the two processors; CPU is what an operation costs server and database (from `/proc`).".formatted(Load.CLIENTS), "",
                "%s · %d processors · %d GiB · Java %s · %s · %,d incidents · %.0f s each · load at the start %.1f".formatted(cpu, Runtime.getRuntime().availableProcessors(), Long.parseLong(memory) >> 20,
                        System.getProperty("java.version"), LocalDate.now(), records, seconds, load));
    }

    void line(String... lines) {
        for (var each : lines) text.append(each).append('\n');
    }

    void section(String title) {
        line("", "## " + title, "");
    }

    void figures(List<Load.Figure> figures) {
        line("| operation | per second | p50 ms | p95 ms | CPU server ms | CPU database ms |", "| --- | ---: | ---: | ---: | ---: | ---: |");
        for (var f : figures)
            line(String.format(Locale.ROOT, "| %s | %.0f | %.1f | %.1f | %.2f | %.2f |", f.name(), f.perSecond(), f.p50(), f.p95(), f.cpu().server(), f.cpu().database()));
    }

    void budget(String what, String must, String goal, String measured, boolean met, String why) {
        budgets.add("| %s | %s | %s | %s | %s |".formatted(what, must, goal, measured, met ? "met" : "**missed**" + (why.isEmpty() ? "" : ": " + why)));
    }

    /// @param whole whether everything was measured: only then is it kept with the documentation
    void write(boolean whole) throws Exception {
        section("Budgets");
        line("| work | must | goal | measured | |", "| --- | --- | --- | --- | --- |");
        budgets.forEach(this::line);
        var file = Path.of(whole ? "docs/benchmarks.md" : "target/bench/some.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.toString());
        if (!whole) System.out.println(text);
        System.out.println(file + " written");
    }
}
