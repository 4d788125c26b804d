package io.hengwei.platform.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What an archive begins with: of what it is a copy, and what must be there before its rows can be read back.
///
/// @param schemas every module with the version of its tables
/// @param masterKeys numbers of the keys (not the keys) without which sealed values stay sealed
public record Contents(
        int format,
        String program,
        String postgres,
        Instant takenAt,
        Map<String, String> schemas,
        List<Table> tables,
        List<Partition> partitions,
        List<Sequence> sequences,
        List<Long> masterKeys) {
    static final int FORMAT = 1;

    /// @param columns as SQL names them, without those that PostgreSQL computes
    public record Table(String schema, String name, String columns) {
        String sql() {
            return quoted(schema) + "." + quoted(name);
        }

        String part() {
            return "rows/" + schema + "." + name;
        }
    }

    public record Partition(String schema, String name, String parent, String bound) {}

    public record Sequence(String schema, String name, long last, boolean called) {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
