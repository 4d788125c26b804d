import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// So many clients doing one thing, each again as soon as it is answered.
final class Load {
    static final int CLIENTS = 8;

    /// One request of one client.
    interface Work {
        void once(int client, long turn) throws Exception;
    }

    /// @param cpu milliseconds per operation
    record Figure(String name, long count, double perSecond, double p50, double p95, Product.Cpu cpu) {}

    private final Product product;
    private final double seconds;

    Load(Product product, double seconds) {
        this.product = product;
        this.seconds = seconds;
    }

    void warm(double forSeconds, Work work) throws Exception {
        run(forSeconds, work);
    }

    Figure of(String name, Work work) throws Exception {
        return of(name, seconds / 3, work);
    }

    Figure of(String name, double warmUp, Work work) throws Exception {
        run(warmUp, work);
        var before = product.cpu();
        var began = System.nanoTime();
        var times = run(seconds, work);
        var elapsed = (System.nanoTime() - began) / 1e9;
        var cpu = product.cpu().since(before);
        Arrays.sort(times);
        var figure = new Figure(name, times.length, times.length / elapsed, at(times, 0.5), at(times, 0.95), new Product.Cpu(cpu.server() / times.length, cpu.database() / times.length));
        System.out.printf("  %-40s %8.0f/s  p50 %7.1f  p95 %7.1f ms   CPU %6.2f + %6.2f ms%n", name, figure.perSecond(), figure.p50(), figure.p95(), figure.cpu().server(), figure.cpu().database());
        return figure;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    /// @return milliseconds of each request
    private static double[] run(double seconds, Work work) throws Exception {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Callable<List<Double>>>();
            for (int c = 0; c < CLIENTS; c++) {
                int client = c;
                clients.add(() -> {
                    var times = new ArrayList<Double>();
                    for (long turn = 0; System.nanoTime() < end; turn++) {
                        var from = System.nanoTime();
                        work.once(client, turn);
                        times.add((System.nanoTime() - from) / 1e6);
                    }
                    return times;
                });
            }
            var all = Stream.<Double>builder();
            for (var done : pool.invokeAll(clients)) done.get().forEach(all);
            return all.build().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
