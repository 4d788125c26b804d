package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs PostgreSQL's programs: patiently but not for ever, and under root inside a user namespace, because PostgreSQL
/// refuses to be root.
record Program(List<String> prefix) {
    private static final List<String> USER_NAMESPACE = List.of("unshare", "--user");

    static Program forThisUser() throws IOException {
        if (!isRoot()) {
            return new Program(List.of());
        }
        var namespaced = new Program(USER_NAMESPACE);
        try {
            namespaced.run(Duration.ofSeconds(10), "true");
            return namespaced;
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "PostgreSQL does not run as root, and this system forbids user namespaces (unshare --user).",
                    "Start Hengwei as an ordinary user, or set HENGWEI_DATABASE_URL to a PostgreSQL of yours.",
                    e);
        }
    }

    void run(Duration patience, Object... command) throws IOException {
        var line = new ArrayList<>(prefix);
        Stream.of(command).map(Object::toString).forEach(line::add);
        var output = Files.createTempFile("hengwei", ".out");
        try {
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            await(process, patience, line);
            if (process.exitValue() != 0) {
                throw new IOException(line + " ended with " + process.exitValue() + ": " + Files.readString(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static void await(Process process, Duration patience, List<String> line) throws IOException {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("No answer after " + patience + ": " + line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted: " + line, e);
        }
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }
}
