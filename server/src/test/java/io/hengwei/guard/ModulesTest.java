package io.hengwei.guard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hengwei.Hengwei;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The boundaries between modules and between wings, and the pages that describe them.
class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Hengwei.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hengwei");

    @Test
    void modulesUseOnlyWhatTheyDeclareAndOnlyWhatIsPublic() {
        MODULES.verify();
    }

    @Test
    void importsGoDownTheWingsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("platform")
                .definedBy("io.hengwei.platform..")
                .layer("resource")
                .definedBy("io.hengwei.resource..")
                .layer("process")
                .definedBy("io.hengwei.process..")
                .layer("operations")
                .definedBy("io.hengwei.operations..")
                .layer("governance")
                .definedBy("io.hengwei.governance..")
                .whereLayer("governance")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("operations")
                .mayOnlyBeAccessedByLayers("governance")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("operations", "governance")
                .whereLayer("resource")
                .mayOnlyBeAccessedByLayers("process", "operations", "governance")
                .check(CLASSES);
    }

    @Test
    void amongProcessModulesTheLaterPracticeKnowsTheEarlierOne() {
        mayNotSee("workorder", "incident", "servicedesk", "problem", "change", "release", "sla");
        mayNotSee("incident", "servicedesk", "problem", "change", "release", "sla");
        mayNotSee("servicedesk", "problem", "change", "release", "sla");
        mayNotSee("problem", "servicedesk", "change", "release", "sla");
        mayNotSee("levelreport", "incident", "workorder", "servicedesk", "sla");
        mayNotSee("sla", "incident", "workorder", "servicedesk", "problem", "change", "release", "business");
    }

    @Test
    void everyModuleIsFlatAndEveryClassIsInOne() {
        classes()
                .that(resideInAPackage("io.hengwei.*.."))
                .should()
                .resideInAnyPackage("io.hengwei.*.*", "io.hengwei.*.*.*", "io.hengwei.demo..")
                .check(CLASSES);
        var outside = CLASSES.stream()
                .filter(type -> !type.getPackageName().equals("io.hengwei"))
                .filter(type -> MODULES.getModuleByType(type.getName()).isEmpty())
                .map(type -> type.getPackageName())
                .distinct();
        assertThat(outside).as("packages without @ApplicationModule").isEmpty();
    }

    @Test
    void theirCanvasesAndDiagramsAreWritten() throws IOException {
        var folder = Path.of("../docs/modules");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
        for (var diagram : Sources.below(folder, ".puml")) {
            Files.writeString(diagram, sorted(Files.readAllLines(diagram)));
        }
        assertThat(folder.resolve("components.puml")).exists();
    }

    /// Components and relations come in another order each time: sorted, a page changes only when its module does.
    private static String sorted(List<String> lines) {
        var result = new ArrayList<>(lines);
        for (var kind : List.of("Component(", "Rel(")) {
            var sorted = result.stream()
                    .filter(line -> line.strip().startsWith(kind))
                    .sorted()
                    .iterator();
            result.replaceAll(line -> line.strip().startsWith(kind) ? sorted.next() : line);
        }
        return String.join("\n", result) + "\n";
    }

    private static void mayNotSee(String module, String... later) {
        for (var other : later) {
            noClasses()
                    .that(resideInAPackage("io.hengwei.process." + module + ".."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.hengwei.process." + other + ".."))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }
}
