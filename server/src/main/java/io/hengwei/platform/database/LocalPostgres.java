package io.hengwei.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts and stops a private PostgreSQL in a folder: on the loopback address only, with passwords and checksums. A
/// server that outlived a killed program is adopted. The folder belongs to one program at a time.
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final Path data;
    private final PostgresBinaries binaries;
    private final Program program;
    private final FileChannel lock;
    private final DatabaseAccess.Login superuser;
    private int port;

    private LocalPostgres(Path folder, FileChannel lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        data = folder.resolve("pgdata");
        program = Program.forThisUser();
        binaries = PostgresBinaries.unpackInto(folder);
        superuser = new DatabaseAccess.Login(SUPERUSER, new Secrets(folder).of(SUPERUSER));
    }

    /// The server of this folder, made on first use; `settings` go into its configuration when it is started.
    public static LocalPostgres start(Path root, Map<String, String> settings) throws IOException {
        var folder = Files.createDirectories(root).toRealPath();
        var lock = lock(folder);
        try {
            var postgres = new LocalPostgres(folder, lock);
            postgres.prepare();
            if (!postgres.adopt()) {
                postgres.launch(settings);
            }
            return postgres;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    /// The superuser's way into one of its databases, for setting up and nothing else.
    public DatabaseAccess administration(String database) {
        return new DatabaseAccess(url(port, database), superuser, superuser);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// A second server, for a while, needs no second copy of the programs.
    public static void borrowBinaries(Path from, Path to) throws IOException {
        var home = PostgresBinaries.unpackInto(Files.createDirectories(from).toRealPath())
                .home();
        Files.createSymbolicLink(to.resolve(home.getFileName()), home);
    }

    /// Stops the server once its clients are gone or thrown out; what was committed is on disk either way.
    @Override
    public void close() throws IOException {
        try (lock) {
            program.run(PATIENCE, binaries.program("pg_ctl"), "-D", data, "-m", "fast", "-w", "-t", "100", "stop");
            LOG.info("PostgreSQL stopped");
        } catch (IOException e) {
            if (Postmaster.of(data).filter(Postmaster::alive).isPresent()) {
                throw e;
            }
            LOG.warn("PostgreSQL had already gone");
        }
    }

    /// Keeps every other program away from the folder until it is closed.
    public static FileChannel lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("hengwei.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new DatabaseUnusable(
                    "Another Hengwei is using the data folder " + folder + ".",
                    "Stop the other one, or choose another folder (DATA=…, HENGWEI_DATA).");
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void prepare() throws IOException {
        var version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            LOG.info("Creating the database files in {}", data);
            program.run(
                    PATIENCE,
                    binaries.program("initdb"),
                    "-D",
                    data,
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + new Secrets(folder).file(SUPERUSER),
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
        } else if (!PostgresBinaries.VERSION.startsWith(
                Files.readString(version).strip() + ".")) {
            throw new DatabaseUnusable(
                    data + " was made by PostgreSQL "
                            + Files.readString(version).strip() + ", this program carries " + PostgresBinaries.VERSION
                            + ".",
                    "Start the version of Hengwei that made it, or restore a backup of that version.");
        }
    }

    private boolean adopt() throws IOException {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += 100) {
            var postmaster = Postmaster.of(data).filter(Postmaster::alive);
            if (postmaster.isEmpty()) {
                return false;
            }
            port = postmaster.get().port();
            if (postmaster.get().ready() && answers()) {
                LOG.info("Adopted the PostgreSQL that was still running on port {}", port);
                return true;
            }
            pause(100);
        }
        throw new IOException("The PostgreSQL of " + data + " is running but does not answer; see " + folder + "/log");
    }

    /// Tries again because the port may be taken meanwhile, or a killed server's last processes still hold its memory.
    private void launch(Map<String, String> settings) throws IOException {
        var old = Postmaster.of(data).filter(Postmaster::recycled);
        if (old.isPresent()) {
            old.get().forget();
        }
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            new PostgresSettings(settings).write(data, port);
            try {
                var log = Files.createDirectories(folder.resolve("log")).resolve("postgres-start.log");
                program.run(
                        PATIENCE, binaries.program("pg_ctl"), "-D", data, "-l", log, "-w", "-t", "100", "-s", "start");
                LOG.info("PostgreSQL {} started on 127.0.0.1:{}", PostgresBinaries.VERSION, port);
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause(1000);
            }
        }
    }

    private boolean answers() {
        var access = administration("postgres");
        try (var connection = access.connect(superuser)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was starting", e);
        }
    }
}
