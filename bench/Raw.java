import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The same inserts by pgbench: what the database alone can do, as the running role, in one transaction, prepared.
final class Raw {
    record Figure(double perSecond, Product.Cpu cpu) {}

    private Raw() {}

    static Figure of(Product product, Company company, int seconds) throws Exception {
        var script = Files.createTempFile("create", ".sql");
        Files.writeString(script, Files.readString(Path.of("bench/create.sql")).replace("$unit", company.units().getFirst()).replace("$me", company.people().getFirst()).replace("$system", company.systems().getFirst()));
        run(product, script, Math.max(1, seconds / 3));
        var before = product.cpu();
        var said = run(product, script, seconds);
        var cpu = product.cpu().since(before);
        var done = number(said, "transactions actually processed: (\\d+)");
        return new Figure(number(said, "tps = ([\\d.]+)"), new Product.Cpu(0, cpu.database() / done));
    }

    private static String run(Product product, Path script, int seconds) throws Exception {
        var builder = new ProcessBuilder(List.of("pgbench", "-h", "127.0.0.1", "-p", Integer.toString(product.databasePort()), "-U", "hengwei", "-n", "-M", "prepared", "-c", "8", "-j", "2",
                "-T", Integer.toString(seconds), "-f", script.toString(), "hengwei")).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", product.secret("hengwei"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IllegalStateException(said);
        return said;
    }

    private static double number(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) throw new IllegalStateException(text);
        return Double.parseDouble(found.group(1));
    }
}
