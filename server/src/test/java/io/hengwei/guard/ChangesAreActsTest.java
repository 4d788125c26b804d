package io.hengwei.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hengwei.platform.record.Operations;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whatever changes something is an act that the ledger keeps: every endpoint that is no GET can reach `Operations`.
/// Whether it does so each time no reading of class files can tell; that it could not at all, it can.
class ChangesAreActsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hengwei");

    private static final List<Class<? extends java.lang.annotation.Annotation>> CHANGING =
            List.of(PostMapping.class, PutMapping.class, PatchMapping.class, DeleteMapping.class);

    /// Endpoints that change nothing anybody answers for, and why.
    private static final Map<String, String> NO_ACTS = Map.of(
            "AlertIntakeController.alertmanager",
            "what a machine sends is kept as it came; what follows from it is done by acts",
            "CalendarController.preview",
            "what a calendar would change is told, and nothing is",
            "CalendarController.read",
            "a file of holidays is read and not kept",
            "TargetController.backTest",
            "what other rules would have meant is told, and nothing is changed",
            "OwnAccountController.knowOfParallelUses",
            "which notices of parallel use one has seen is nobody else's business",
            "OwnAccountController.offerSecondFactor",
            "a second factor only offered changes nothing; taking it is an act",
            "NoticeController.read",
            "which of the own notices one has read is nobody else's business");

    @Test
    void everyEndpointThatChangesSomethingReachesOperations() {
        var lacking = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> CHANGING.stream().anyMatch(method::isAnnotatedWith))
                .filter(method -> !reachesOperations(method))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .sorted()
                .toList();
        assertThat(lacking).containsExactlyInAnyOrderElementsOf(NO_ACTS.keySet());
    }

    private static boolean reachesOperations(JavaMethod endpoint) {
        var seen = new HashSet<JavaCodeUnit>();
        var open = new ArrayDeque<JavaCodeUnit>(List.of(endpoint));
        while (!open.isEmpty()) {
            var unit = open.pop();
            if (unit.getOwner().isEquivalentTo(Operations.class)) return true;
            if (seen.add(unit)) called(unit).forEach(open::push);
        }
        return false;
    }

    /// What it calls or refers to, and where that is an interface's, what implements it.
    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.<JavaAccess<?>>concat(
                        unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getPackageName().startsWith("io.hengwei"))
                .flatMap(access -> Stream.concat(
                                Stream.of(access.getTargetOwner()), access.getTargetOwner().getAllSubclasses().stream())
                        .flatMap(owner -> units(owner, access.getName())));
    }

    private static Stream<JavaCodeUnit> units(JavaClass owner, String name) {
        return owner.getAllMethods().stream()
                .filter(method -> method.getName().equals(name))
                .map(JavaCodeUnit.class::cast);
    }
}
