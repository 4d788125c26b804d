package io.hengwei.platform.secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import tools.jackson.core.JacksonException;

/// The jar's modes that look after the master key, for whoever may read its file, never through the web:
/// `rotate-master-key`, `export-master-key FILE`, `import-master-key FILE`. The passphrase is asked for at the
/// terminal, or is the first line of the standard input.
public final class KeyKeeping {
    private static final int SHORTEST_PASSPHRASE = 12;
    private static final String ROTATE = "rotate-master-key";
    private static final String EXPORT = "export-master-key";
    private static final String IMPORT = "import-master-key";

    private final KeyFile key;
    private final Callable<char[]> passphrase;

    KeyKeeping(KeyFile key, Callable<char[]> passphrase) {
        this.key = key;
        this.passphrase = passphrase;
    }

    /// The exit code, if these are arguments of such a mode.
    public static Optional<Integer> run(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0 || !Set.of(ROTATE, EXPORT, IMPORT).contains(arguments[0])) return Optional.empty();
        var folder = environment.getOrDefault("HENGWEI_DATA", environment.getOrDefault("DATA", "./data"));
        var file = environment.getOrDefault("HENGWEI_MASTER_KEY_FILE", folder + "/secrets/master-key.json");
        return Optional.of(new KeyKeeping(new KeyFile(Path.of(file)), KeyKeeping::ask).run(arguments));
    }

    int run(String... arguments) {
        var needsFile = !arguments[0].equals(ROTATE);
        if (arguments.length != (needsFile ? 2 : 1))
            return failed("用法 / usage: " + arguments[0] + (needsFile ? " FILE" : ""));
        try {
            IO.println(needsFile ? kept(arguments[0].equals(EXPORT), Path.of(arguments[1])) : rotated());
            return 0;
        } catch (NoSuchFileException e) {
            return failed("没有这个文件 / no such file: " + e.getMessage());
        } catch (FileAlreadyExistsException e) {
            return failed("文件已存在，不会覆盖 / the file exists and is not overwritten: " + e.getMessage());
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            return failed("口令不对，或文件不是导出的主密钥 / another passphrase, or no exported master key: " + e.getMessage());
        } catch (Exception e) {
            return failed("失败 / failed: " + e.getMessage());
        }
    }

    private String rotated() throws IOException, GeneralSecurityException {
        requireKey();
        var keys = key.rotate();
        return "已启用新的主密钥 %1$x（共 %2$d 个）；运行中的程序会自动改用并重新封存。请重新导出备存。 / Master key %1$x is in use now (%2$d in all); the running program follows and seals everything anew. Export it again for safekeeping."
                .formatted(keys.getPrimary().getId(), keys.size());
    }

    private String kept(boolean exporting, Path file) throws Exception {
        if (exporting) {
            requireKey();
            write(file, KeyExport.seal(key.read(), passphrase()));
            return "主密钥已导出到 %1$s；文件与口令请分开保管。 / The master key was exported to %1$s; keep file and passphrase apart."
                    .formatted(file);
        }
        if (key.exists()) throw new FileAlreadyExistsException(key.path().toString());
        key.create(KeyExport.open(Files.readString(file), passphrase()));
        return "主密钥已放回 %1$s。 / The master key was put back: %1$s.".formatted(key.path());
    }

    private void requireKey() throws NoSuchFileException {
        if (!key.exists()) throw new NoSuchFileException(key.path().toString());
    }

    private char[] passphrase() throws Exception {
        var answer = passphrase.call();
        if (answer.length < SHORTEST_PASSPHRASE)
            throw new IOException(
                    "口令至少 %1$d 位 / a passphrase has at least %1$d characters".formatted(SHORTEST_PASSPHRASE));
        return answer;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    private static char[] ask() throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            var answer = console.readPassword("口令 / passphrase: ");
            return answer == null ? new char[0] : answer;
        }
        var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }

    private static int failed(String message) {
        System.err.println(message);
        return 1;
    }
}
