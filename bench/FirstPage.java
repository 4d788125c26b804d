import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.regex.Pattern;

/// What a browser must fetch before it shows anything, and when it has.
final class FirstPage {
    private FirstPage() {}

    /// Bytes over the wire: the page and all that it names.
    static long bytes(Product product) throws Exception {
        var page = new String(fetch(product, "/", false));
        long sum = fetch(product, "/", true).length;
        var names = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css))\"").matcher(page);
        while (names.find()) sum += fetch(product, names.group(1), true).length;
        return sum;
    }

    private static byte[] fetch(Product product, String path, boolean compressed) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(product.url() + path)).header("Accept", "text/html,*/*");
            if (compressed) request.header("Accept-Encoding", "gzip, br");
            return http.send(request.build(), BodyHandlers.ofByteArray()).body();
        }
    }

    /// Milliseconds to the largest contentful paint of a fresh browser, the middle of five; -1 without a browser.
    static long painted(Product product) throws Exception {
        var chromium = System.getenv("CHROMIUM");
        if (chromium == null) return -1;
        var process = new ProcessBuilder("node", "bench/first-page.mjs", product.url(), chromium).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IllegalStateException(said);
        var times = Arrays.stream(said.strip().split("\\s+")).mapToLong(Long::parseLong).sorted().toArray();
        return times[times.length / 2];
    }
}
