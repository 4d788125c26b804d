package io.hengwei.platform.archive;

import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.database.DatabaseUnusable;
import io.hengwei.platform.document.StoredFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// The jar's modes that do not start the program: `backup FILE` and `restore FILE`, on the data folder or the external
/// database that the environment names, as the program itself would find them.
public final class Maintenance {
    private final Map<String, String> environment;

    private Maintenance(Map<String, String> environment) {
        this.environment = environment;
    }

    /// The exit code, if these are arguments of such a mode.
    public static Optional<Integer> run(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0 || !arguments[0].matches("backup|restore")) return Optional.empty();
        if (arguments.length != 2 || arguments[1].isBlank()) return failed("用法 / usage: " + arguments[0] + " FILE");
        var maintenance = new Maintenance(environment);
        try {
            var file = Path.of(arguments[1]);
            IO.println(arguments[0].equals("backup") ? maintenance.backup(file) : maintenance.restore(file));
            return Optional.of(0);
        } catch (Unusable | DatabaseUnusable e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (FileSystemException e) {
            return failed("失败 / failed: " + e.getFile() + ": " + e.getReason());
        } catch (IOException | SQLException e) {
            return failed("失败 / failed: " + e.getMessage());
        }
    }

    private String backup(Path file) throws IOException, SQLException {
        var passphrase = Passphrase.ensured(
                words(),
                keyFile(),
                () -> System.err.println(
                        "已生成备份密钥 %1$s：请另行妥善保存一份，没有它任何备份都打不开。 / A backup key was made, %1$s: keep a copy apart, no backup opens without it."
                                .formatted(keyFile())));
        var made = external()
                ? archive(DatabaseAccess.of(environment), file, passphrase)
                : new DataFolder(data()).withDatabase(access -> archive(access, file, passphrase));
        return "已备份到 %1$s：%2$d 张表、%3$d 行、%4$d 个附件，%5$d 字节%6$s。主密钥与 secrets 不在其中。 / Backed up to %1$s: %2$d tables, %3$d rows, %4$d files, %5$d bytes%6$s. The master key and the secrets folder are not in it."
                .formatted(file, made.tables(), made.rows(), made.files(), made.bytes(), lost(made.lost()));
    }

    private Archiving.Made archive(DatabaseAccess access, Path file, Passphrase passphrase) throws IOException {
        return new Archiving(access, new StoredFiles(documents()), masterKeys()).into(file, passphrase);
    }

    private String restore(Path file) throws IOException {
        var restoring = Restoring.of(file, Passphrase.of(words(), keyFile()));
        var contents = restoring.contents();
        if (external()) {
            restoring.into(DatabaseAccess.of(environment), new StoredFiles(documents()));
            return "已恢复到 %1$s 的状态。 / Restored as of %1$s.%2$s".formatted(contents.takenAt(), keyMissing(contents));
        }
        var replaced = new DataFolder(data()).restore(restoring, documents());
        return "已恢复到 %1$s 的状态；原数据保留在 %2$s，确认后可删除。 / Restored as of %1$s; what was there is kept in %2$s until you delete it.%3$s"
                .formatted(contents.takenAt(), replaced, keyMissing(contents));
    }

    private String keyMissing(Contents contents) throws IOException {
        return masterKeys().holds(contents.masterKeys())
                ? ""
                : "\n注意：备份所用的主密钥不在 %1$s，请在启动前放回，否则密封的内容打不开。 / Mind: the master key of this backup is not in %1$s. Put it there before the start, or sealed values stay sealed."
                        .formatted(masterKeys().file());
    }

    private static String lost(long files) {
        return files == 0 ? "" : "，缺失附件 %1$d 个 / , %1$d files are missing".formatted(files);
    }

    private boolean external() {
        return !environment.getOrDefault("HENGWEI_DATABASE_URL", "").isBlank();
    }

    private Path data() {
        return Path.of(environment.getOrDefault("HENGWEI_DATA", environment.getOrDefault("DATA", "./data")));
    }

    private Path documents() {
        return path("HENGWEI_DOCUMENTS", "documents");
    }

    private MasterKeys masterKeys() {
        return new MasterKeys(path("HENGWEI_MASTER_KEY_FILE", "secrets/master-key.json"));
    }

    private Path keyFile() {
        return path("HENGWEI_BACKUP_KEY_FILE", "secrets/backup-key");
    }

    private Path path(String variable, String inDataFolder) {
        var named = environment.getOrDefault(variable, "");
        return named.isBlank() ? data().resolve(inDataFolder) : Path.of(named);
    }

    private String words() {
        return environment.getOrDefault("HENGWEI_BACKUP_PASSPHRASE", "");
    }

    private static Optional<Integer> failed(String message) {
        System.err.println(message);
        return Optional.of(1);
    }
}
