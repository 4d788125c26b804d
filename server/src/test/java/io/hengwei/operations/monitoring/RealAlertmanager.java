package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Prometheus Alertmanager as Debian ships it, run as a child process on a loopback port.
final class RealAlertmanager implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final URI address;
    private final Path log;

    private RealAlertmanager(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /// Starts one that sends everything to the receiver; the test is skipped where there is none, unless `HENGWEI_CI`
    /// demands it.
    static RealAlertmanager start(Path folder, String receiver, String token) throws IOException, InterruptedException {
        var config = Files.writeString(folder.resolve("alertmanager.yml"), """
            route:
              receiver: hengwei
              group_by: [alertname, instance]
              group_wait: 1s
              group_interval: 1s
              repeat_interval: 2s
            receivers:
              - name: hengwei
                webhook_configs:
                  - url: %s
                    send_resolved: true
                    http_config:
                      authorization:
                        credentials: %s
            """.formatted(receiver, token));
        var port = freePort();
        var log = folder.resolve("alertmanager.log");
        var process = new ProcessBuilder(
                        binary(),
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var started = new RealAlertmanager(process, URI.create("http://127.0.0.1:" + port), log);
        started.awaitReady();
        return started;
    }

    private static String binary() {
        var found = Stream.of("/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        return found.map(Path::toString).or(RealAlertmanager::missing).orElseThrow();
    }

    private static Optional<String> missing() {
        var advice = "prometheus-alertmanager is not installed: apt-get install prometheus-alertmanager";
        assertThat(System.getenv("HENGWEI_CI")).as(advice).isNullOrEmpty();
        return abort(advice);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 150 && process.isAlive(); i++) {
            if (isReady()) return;
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new IllegalStateException("Alertmanager did not start: " + Files.readString(log));
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/-/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException ignored) {
            return false;
        }
    }

    /// Tells it alerts, as Prometheus does.
    void tell(String alerts) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(alerts))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
