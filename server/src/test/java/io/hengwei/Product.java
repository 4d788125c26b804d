package io.hengwei;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The product as a process of its own on its embedded PostgreSQL, to be killed and started again.
final class Product {
    final Path data;
    final int port;
    final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, String> properties;
    private Process process;

    private Product(Path data, Map<String, String> properties) throws IOException {
        this.data = data;
        this.properties = properties;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    static Product start(Path data, Map<String, String> properties) throws Exception {
        var product = new Product(data, properties);
        product.start();
        return product;
    }

    void start() throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-Dserver.port=" + port, "-Dhengwei.data=" + data, "io.hengwei.Hengwei"));
        Files.createDirectories(data);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("product.out").toFile()))
                .start();
        for (int i = 0; i < 1200 && !answers(); i++) {
            if (!process.isAlive())
                throw new IllegalStateException("did not start: " + Files.readString(data.resolve("product.out")));
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try {
            return http.send(request("/actuator/health").build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    /// The power goes off: program and database are killed, in this order.
    void kill() throws Exception {
        killProgram();
        killDatabase();
    }

    void killProgram() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void killDatabase() throws IOException {
        var postmaster = Long.parseLong(postmaster().getFirst().strip());
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        ProcessHandle.of(postmaster).ifPresent(p -> p.onExit().join());
    }

    /// The database alone, on its old port: as the product starts it, which PostgreSQL lets nobody do as root.
    void startDatabase() throws Exception {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "--user"));
        var log = data.resolve("log/restarted.log").toString();
        command.addAll(List.of(program("pg_ctl"), "-D", data.resolve("pgdata").toString(), "-l", log, "-w", "start"));
        for (int i = 0; i < 10; i++) {
            if (new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0) return;
            Thread.sleep(1_000); // the last of the killed ones still hold its memory
        }
        throw new IllegalStateException(Files.readString(Path.of(log)));
    }

    private String program(String name) throws IOException {
        try (var homes = Files.newDirectoryStream(data, "postgresql-*")) {
            return homes.iterator().next().resolve("bin").resolve(name).toString();
        }
    }

    void stop() throws Exception {
        process.destroy();
        process.waitFor();
    }

    /// What a second node needs in order to share the database of this one, and its files.
    Map<String, String> sharing() throws IOException {
        return Map.of(
                "hengwei.database.url", url(),
                "hengwei.database.owner.user", "hengwei_owner",
                "hengwei.database.owner.password", secret("hengwei_owner"),
                "hengwei.database.user", "hengwei",
                "hengwei.database.password", secret("hengwei"),
                "hengwei.documents", data.resolve("documents").toString());
    }

    private String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/hengwei";
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("pgdata/postmaster.pid"));
    }

    private String secret(String role) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(role)).strip();
    }

    /// The embedded server, as the superuser.
    Connection database() throws Exception {
        return DriverManager.getConnection(url(), "postgres", secret("postgres"));
    }

    /// A question to the embedded server.
    long count(String sql) throws Exception {
        try (var connection = database();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    void change(String sql) throws Exception {
        try (var connection = database()) {
            connection.createStatement().executeUpdate(sql);
        }
    }
}
