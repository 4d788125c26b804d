package io.hengwei.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.modulith.ApplicationModule;

/// The modules that own tables, each after those it depends on, as `@ApplicationModule` declares them. Read from the
/// class files, because loading the module model itself would cost the start more than a second.
final class ModuleOrder {
    private static final PathMatchingResourcePatternResolver CLASSPATH = new PathMatchingResourcePatternResolver();

    private final Map<String, List<String>> dependencies = new TreeMap<>();

    private ModuleOrder() throws IOException {
        var readers = new SimpleMetadataReaderFactory();
        for (var packageInfo : CLASSPATH.getResources("classpath*:io/hengwei/**/package-info.class")) {
            read(packageInfo, readers);
        }
    }

    static List<String> withMigrations() {
        try {
            var modules = new ModuleOrder();
            var ordered = new LinkedHashSet<String>();
            modules.dependencies.keySet().forEach(module -> modules.visit(module, ordered, new ArrayList<>()));
            var folders = folders();
            if (!ordered.containsAll(folders)) {
                folders.removeAll(ordered);
                throw new IllegalStateException("Migrations of no module: " + folders);
            }
            return ordered.stream().filter(folders::contains).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> newestMigrations() {
        try {
            return newest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> folders() throws IOException {
        return new LinkedHashSet<>(newest().keySet());
    }

    private static Map<String, String> newest() throws IOException {
        var newest = new TreeMap<String, Integer>();
        for (var migration : CLASSPATH.getResources("classpath*:db/migration/*/*.sql")) {
            var segments = migration.getURL().getPath().split("/");
            var version = Integer.valueOf(segments[segments.length - 1].replaceAll("V(\\d+)__.*", "$1"));
            newest.merge(segments[segments.length - 2], version, Math::max);
        }
        var named = new TreeMap<String, String>();
        newest.forEach((module, version) -> named.put(module, version.toString()));
        return named;
    }

    private void read(Resource packageInfo, MetadataReaderFactory readers) throws IOException {
        var annotations =
                readers.getMetadataReader(packageInfo).getAnnotationMetadata().getAnnotations();
        var module = annotations.get(ApplicationModule.class);
        if (module.isPresent()) {
            var allowed = Stream.of(module.getStringArray("allowedDependencies"))
                    .map(dependency -> dependency.replaceAll("\\s*::.*", ""))
                    .toList();
            dependencies.put(module.getString("id"), allowed);
        }
    }

    private void visit(String module, Set<String> ordered, List<String> path) {
        if (path.contains(module)) {
            throw new IllegalStateException("Modules depend on each other: " + path);
        }
        if (dependencies.containsKey(module) && !ordered.contains(module)) {
            path.add(module);
            dependencies.get(module).forEach(dependency -> visit(dependency, ordered, path));
            path.remove(module);
            ordered.add(module);
        }
    }
}
