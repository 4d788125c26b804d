package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What `postmaster.pid` says about the server process of a data folder.
record Postmaster(long pid, int port, boolean ready, Path data) {
    private static final String FILE = "postmaster.pid";
    private static final int LINES = 8;

    static Optional<Postmaster> of(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(data.resolve(FILE));
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

    /// Whether the number belongs to another program by now and nothing of the old server is left. PostgreSQL
    /// itself sees only that the number is in use and would refuse to start, which is what happens in a restarted
    /// container.
    boolean recycled() {
        return ProcessHandle.of(pid).isPresent() && !alive() && nobodyWorksIn(data);
    }

    void forget() throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }

    private static boolean nobodyWorksIn(Path folder) {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid).noneMatch(pid -> {
            try {
                return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                        .equals(folder);
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static int port(String line) {
        return line.isBlank() ? 0 : Integer.parseInt(line.strip());
    }
}
