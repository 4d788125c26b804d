package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What `postmaster.pid` says about the server process of a data folder.
record Postmaster(long pid, int port, boolean ready, Path data) {
    private static final int LINES = 8;

    static Optional<Postmaster> of(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            var pid = Long.parseLong(lines.getFirst().strip());
            return lines.size() < LINES
                    ? Optional.of(new Postmaster(pid, 0, false, data))
                    : Optional.of(new Postmaster(
                            pid, port(lines.get(3)), lines.get(7).strip().equals("ready"), data));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Whether that process still lives and is a PostgreSQL of this folder: a number may since belong to another
    /// program.
    boolean alive() {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static int port(String line) {
        return line.isBlank() ? 0 : Integer.parseInt(line.strip());
    }
}
