package io.hengwei;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
        process.destroyForcibly().waitFor();
        var postmaster = Long.parseLong(Files.readAllLines(data.resolve("pgdata/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        ProcessHandle.of(postmaster).ifPresent(p -> p.onExit().join());
    }

    void stop() throws Exception {
        process.destroy();
        process.waitFor();
    }

    /// Connection parameters of the embedded server, as the superuser.
    java.sql.Connection database() throws Exception {
        var lines = Files.readAllLines(data.resolve("pgdata/postmaster.pid"));
        var password = Files.readString(data.resolve("secrets/postgres")).strip();
        return java.sql.DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/hengwei", "postgres", password);
    }
}
