package io.hengwei.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// SQL stays in its module: a statement names tables of its own schema, and of others only cards, which it reads. The
/// report module reads facts besides. The kernel's tokens are read by everyone through
/// [io.hengwei.platform.shared.Sql].
class SqlTest {
    private static final Pattern CREATED =
            Pattern.compile("create\\s+(?:table|view|materialized view)\\s+(?:if not exists\\s+)?([a-z]+)\\.([a-z_]+)");
    private static final Pattern NAMED = Pattern.compile("(?<![a-z_.\"/-])([a-z]+)\\.([a-z_]+)");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:insert\\s+into|update|delete\\s+from)\\s+([a-z]+)\\.([a-z_]+)");
    private static final Set<String> SHARED_BY_THE_KERNEL = Set.of("record.record_tokens");

    private final Set<String> tables = tables();

    @Test
    void foldersOfMigrationsAreModules() {
        var ids = Sources.modules().values();
        assertThat(Sources.below(Sources.MIGRATIONS, ".sql"))
                .allSatisfy(file -> assertThat(ids).contains(folder(file)))
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("V\\d+__[a-z0-9_]+\\.sql"));
    }

    @Test
    void aMigrationMakesTablesOfItsOwnSchemaOnly() {
        for (var file : Sources.below(Sources.MIGRATIONS, ".sql")) {
            assertThat(CREATED.matcher(Sources.text(file).toLowerCase(Locale.ROOT))
                            .results())
                    .as(file.toString())
                    .allSatisfy(found -> assertThat(found.group(1)).isEqualTo(folder(file)));
        }
    }

    @Test
    void statementsReadTheirOwnSchemaAndCards() {
        var strangers = new ArrayList<String>();
        for (var file : Sources.below(Sources.MAIN, ".java")) {
            var module = Sources.moduleOf(file);
            Sources.literals(file).forEach(sql -> strangers.addAll(strangers(module, sql, file)));
        }
        for (var file : Sources.below(Sources.MIGRATIONS, ".sql")) {
            strangers.addAll(strangers(folder(file), Sources.text(file), file));
        }
        assertThat(strangers).as("tables of another module that are no cards").isEmpty();
    }

    @Test
    void statementsWriteTheirOwnSchemaOnly() {
        var strangers = new ArrayList<String>();
        for (var file : Sources.below(Sources.MAIN, ".java")) {
            var module = Sources.moduleOf(file);
            Sources.literals(file)
                    .flatMap(
                            sql -> WRITTEN.matcher(sql.toLowerCase(Locale.ROOT)).results())
                    .filter(found -> tables.contains(found.group(1) + "." + found.group(2)))
                    .filter(found -> !found.group(1).equals(module))
                    .forEach(found -> strangers.add(file + ": " + found.group()));
        }
        assertThat(strangers).as("writes into another module's schema").isEmpty();
    }

    private List<String> strangers(String module, String sql, Path file) {
        return NAMED.matcher(sql)
                .results()
                .filter(found -> !found.group(1).equals(module))
                .filter(found -> tables.contains(found.group()))
                .filter(found -> !mayRead(module, found.group()))
                .map(found -> file + ": " + found.group())
                .distinct()
                .toList();
    }

    private static boolean mayRead(String module, String table) {
        return table.endsWith("_card")
                || SHARED_BY_THE_KERNEL.contains(table)
                || (module.equals("report") && table.endsWith("_fact"));
    }

    private static Set<String> tables() {
        var tables = new HashSet<String>();
        for (var file : Sources.below(Sources.MIGRATIONS, ".sql")) {
            CREATED.matcher(Sources.text(file).toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(found -> tables.add(found.group(1) + "." + found.group(2)));
        }
        return tables;
    }

    private static String folder(Path migration) {
        return migration.getParent().getFileName().toString();
    }
}
