import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Alertmanager's notices through the door: kept as fast as they are answered, judged as fast as the product counts them on the incidents that are open.
final class Alerts {
    private static final int FINGERPRINTS = 200;

    /// @param kept alerts answered for per second
    /// @param judged alerts per second from the first request until the last has been counted
    record Figure(Load.Figure requests, double kept, double judged) {}

    private Alerts() {}

    static Figure of(Product product, Load load, Session program, String name, int batch, double seconds) throws Exception {
        load.warm(seconds, (client, turn) -> program.send("/api/intake/alertmanager", notice(batch, client, turn)));
        await(product);
        var before = received(product);
        var began = System.nanoTime();
        var requests = load.of(name, 0, (client, turn) -> program.send("/api/intake/alertmanager", notice(batch, client, turn)));
        await(product);
        var elapsed = (System.nanoTime() - began) / 1e9;
        var alerts = (received(product) - before) * batch;
        return new Figure(requests, requests.perSecond() * batch, alerts / elapsed);
    }

    private static String notice(int batch, int client, long turn) {
        var alerts = IntStream.range(0, batch).mapToObj(n -> alert((int) ((turn * batch + n) * Load.CLIENTS + client) % FINGERPRINTS)).collect(Collectors.joining(","));
        return """
            {"receiver":"hengwei","status":"firing","alerts":[%s],"groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://127.0.0.1:9093","version":"4","groupKey":"{}","truncatedAlerts":0}"""
                .formatted(alerts);
    }

    private static String alert(int number) {
        return """
            {"status":"firing","labels":{"alertname":"DiskFull","instance":"db-%d:9100","job":"node","severity":"warning"},"annotations":{"summary":"Disk of db-%d is filling"},"startsAt":"%s",
             "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://127.0.0.1:9090","fingerprint":"%016x"}""".formatted(number, number, Instant.now(), number);
    }

    private static void await(Product product) throws Exception {
        for (int i = 0; i < 600 && count(product, "where parsed_at is null") > 0; i++) Thread.sleep(50);
    }

    private static long received(Product product) throws Exception {
        return count(product, "");
    }

    private static long count(Product product, String where) throws Exception {
        try (var owner = product.owner(); var found = owner.createStatement().executeQuery("select count(*) from monitoring.raw_event " + where)) {
            found.next();
            return found.getLong(1);
        }
    }
}
