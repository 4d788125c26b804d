package io.hengwei.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The sources as text, for rules that no compiled class shows.
final class Sources {
    static final Path MAIN = Path.of("src/main/java");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /// A text block or a string literal.
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    private static final Pattern MODULE_ID =
            Pattern.compile("@ApplicationModule\\([^)]*?id\\s*=\\s*\"([a-z]+)\"", Pattern.DOTALL);

    private Sources() {}

    static List<Path> below(Path folder, String suffix) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> literals(Path file) {
        return LITERAL.matcher(text(file))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2));
    }

    /// The modules' packages and ids, as their `package-info.java` says.
    static TreeMap<Path, String> modules() {
        var modules = new TreeMap<Path, String>();
        for (var file : below(MAIN, "package-info.java")) {
            var id = MODULE_ID.matcher(text(file));
            if (id.find()) {
                modules.put(file.getParent(), id.group(1));
            }
        }
        return modules;
    }

    /// The module a file belongs to: that of its folder or of the nearest one above.
    static String moduleOf(Path file) {
        var modules = modules();
        for (var folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (modules.containsKey(folder)) {
                return modules.get(folder);
            }
        }
        return "";
    }
}
