package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The jar's modes that do not start the program: `backup FILE` and `restore FILE`, on the data folder of `DATA`.
public final class Maintenance {
    private Maintenance() {}

    /// The exit code, if these are arguments of such a mode.
    public static Optional<Integer> run(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0 || !arguments[0].matches("backup|restore")) {
            return Optional.empty();
        }
        if (arguments.length != 2 || arguments[1].isBlank()) {
            return failed("用法 / usage: " + arguments[0] + " FILE");
        }
        if (!environment.getOrDefault("HENGWEI_DATABASE_URL", "").isBlank()) {
            return failed("外部数据库请用 pg_dump 备份。 / An external database is backed up with pg_dump.");
        }
        var folder = environment.getOrDefault("HENGWEI_DATA", environment.getOrDefault("DATA", "./data"));
        try {
            IO.println(perform(arguments[0], new OfflineBackup(Path.of(folder)), Path.of(arguments[1])));
            return Optional.of(0);
        } catch (NoSuchFileException e) {
            return failed("没有这个文件 / no such file: " + e.getMessage());
        } catch (IOException | DatabaseUnusable e) {
            return failed("失败 / failed: " + e.getMessage());
        }
    }

    private static String perform(String mode, OfflineBackup data, Path file) throws IOException {
        var archive = file.toAbsolutePath();
        if (mode.equals("backup")) {
            long pages = data.backup(archive);
            return "已备份到 %s（校验 %d 页） / backed up to %s (%d pages verified)".formatted(file, pages, file, pages);
        }
        var replaced = data.restore(archive);
        return "已恢复；原数据保留在 %s，确认后可删除。 / Restored; what was there is kept in %s until you delete it."
                .formatted(replaced, replaced);
    }

    private static Optional<Integer> failed(String message) {
        System.err.println(message);
        return Optional.of(1);
    }
}
