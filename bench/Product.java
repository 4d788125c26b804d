import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The product as it is shipped, a process of its own on its embedded PostgreSQL.
final class Product {
    private static final long TICKS_PER_SECOND = 100;

    final Path data;
    final int port;
    private final List<String> command;
    private Process process;

    Product(Path data, List<String> command) throws IOException {
        this.data = data;
        this.command = command;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /// @return how long it took until it answered
    Duration start() throws Exception {
        Files.createDirectories(data);
        var all = new ArrayList<>(command);
        all.addAll(List.of("--server.port=" + port, "--hengwei.data=" + data, "--hengwei.rate-limits=false", "--hengwei.backup.scheduled=false"));
        var began = System.nanoTime();
        process = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("product.out").toFile())).start();
        while (!answers()) {
            if (!process.isAlive()) throw new IllegalStateException("did not start: " + Files.readString(data.resolve("product.out")));
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean answers() {
        try {
            var connection = (java.net.HttpURLConnection) URI.create(url() + "/actuator/health").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(data.resolve("pgdata/postmaster.pid")).get(3).strip());
    }

    String secret(String user) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(user)).strip();
    }

    /// As the owner, whom row-level security does not bind.
    Connection owner() throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort() + "/hengwei", "hengwei_owner", secret("hengwei_owner"));
    }

    /// Processor time so far, in milliseconds.
    record Cpu(double server, double database) {
        Cpu since(Cpu before) {
            return new Cpu(server - before.server, database - before.database);
        }

        double all() {
            return server + database;
        }
    }

    Cpu cpu() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(data.resolve("pgdata/postmaster.pid")).getFirst().strip());
        var database = ticks(postmaster, true);
        var children = ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children).toList();
        for (var child : children) database += ticks(child.pid(), false);
        return new Cpu(ticks(process.pid(), false) * 1000.0 / TICKS_PER_SECOND, database * 1000.0 / TICKS_PER_SECOND);
    }

    /// Fields 14 to 17 of /proc/pid/stat: user, system, and the same of children that have ended.
    private static double ticks(long pid, boolean ended) {
        try {
            var text = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, 11, ended ? 15 : 13).mapToDouble(Double::parseDouble).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(l -> l.startsWith("VmRSS"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }
}
