package io.hengwei.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Rules of the house that are tests and not paragraphs.
class HouseRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hengwei");

    /// Aim at 200; this is where a file must be taken apart.
    private static final int LONGEST_FILE = 280;

    @Test
    void timeComesFromTheClock() {
        var clockless = noClasses().should().callMethod(Instant.class, "now");
        for (var type : List.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            clockless = clockless.orShould().callMethod(type, "now");
        }
        clockless.orShould().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("SharedConfiguration")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }

    /// `Outer.@Valid Inner` annotates a use of the type, which nobody checks; the inner type is imported instead.
    @Test
    void whatIsValidatedIsTheParameterAndNotItsType() {
        var unchecked = Pattern.compile("\\w\\.@(Valid|NotNull|NotBlank|NotEmpty|Size|Min|Max|Pattern|Email)\\b");
        assertThat(Sources.below(Sources.MAIN, ".java"))
                .noneMatch(file -> unchecked.matcher(Sources.text(file)).find());
    }

    @Test
    void filesAreShort() {
        var tooLong = Sources.below(Sources.MAIN, ".java").stream()
                .filter(file -> Sources.text(file).lines().count() > LONGEST_FILE);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = Sources.below(Sources.MAIN, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.endsWith("hengwei"))
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                        || !Sources.text(folder.resolve("package-info.java")).contains("@NullMarked"));
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noFileNamesAPathOfSomebodysMachine() throws IOException {
        var machine = Pattern.compile("(?<![\\w.])/(?:work|root|home|Users)/[A-Za-z]|/tmp/" + "team");
        var found = new ArrayList<String>();
        for (var file : committedTexts()) {
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (machine.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> committedTexts() throws IOException {
        var root = Path.of("..");
        var git = new ProcessBuilder("git", "grep", "-Il", "")
                .directory(root.toFile())
                .start();
        return git.inputReader()
                .lines()
                .map(root::resolve)
                .filter(Files::exists)
                .toList();
    }
}
