package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The configuration of our own server: figures for a small machine that also holds the program, and what
/// `hengwei.postgres` changes about them. `postgresql.local.conf` beside it is the operator's and is read last.
record PostgresSettings(Map<String, String> changes) {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("wal_compression", "on"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("idle_in_transaction_session_timeout", "60s"),
            Map.entry("log_min_duration_statement", "1s"),
            Map.entry("log_line_prefix", "%m [%p] %u@%d "));

    /// Not to be changed: where it listens, what it promises, where it logs (a file per weekday).
    private static final Map<String, String> FIXED = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "password_encryption", "scram-sha-256",
            "logging_collector", "on",
            "log_directory", "../log",
            "log_filename", "postgres-%a.log",
            "log_rotation_size", "0",
            "log_truncate_on_rotation", "on");

    void write(Path data, int port) throws IOException {
        var all = new LinkedHashMap<>(DEFAULTS);
        all.putAll(changes);
        all.putAll(FIXED);
        all.put("port", Integer.toString(port));
        var text = all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'")
                .collect(Collectors.joining("\n", "# Written at each start. Yours: postgresql.local.conf\n", "\n"));
        Files.writeString(data.resolve("postgresql.conf"), text + "include_if_exists 'postgresql.local.conf'\n");
    }
}
