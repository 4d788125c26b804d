package io.hengwei.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.RoleAdministration;
import io.hengwei.platform.record.AutomaticCommand;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordCommand;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.record.Unheld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever can be held can be done once somebody has consented: by the performer of its module, or by its maker where
/// the type says so.
@HengweiTest
class EveryOperationTest {
    private static final List<Class<?>> OPERATIONS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.hengwei").stream()
                    .filter(type -> !type.isInterface() && type.isAssignableTo(Operation.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Autowired
    ObjectProvider<Performer<?>> performers;

    @Autowired
    RoleAdministration roles;

    @Test
    void everyOperationHasAPerformerOrSaysThatItsMakerRepeatsItOrThatItIsNeverHeld() {
        var performed = performed();
        var lacking = names(OPERATIONS.stream()
                .filter(type -> !performed.contains(type))
                .filter(type -> !RepeatedByMaker.class.isAssignableFrom(type))
                .filter(type -> !Unheld.class.isAssignableFrom(type))
                .filter(type -> !AutomaticCommand.class.isAssignableFrom(type))
                .collect(Collectors.toSet()));
        assertThat(OPERATIONS).hasSizeGreaterThan(100);
        assertThat(lacking).isEmpty();
    }

    @Test
    void whatIsRepeatedHasNoPerformerUnlessItComesWithASecretOnlyAtTimes() {
        var performed = performed();
        var repeated = OPERATIONS.stream()
                .filter(RepeatedByMaker.class::isAssignableFrom)
                .toList();
        for (var type : repeated)
            assertThat(performed.contains(type)).as(type.getSimpleName()).isEqualTo(atTimes(type));
        assertThat(names(new HashSet<>(repeated)))
                .contains("SetPassword", "IssueToken", "OfferActivation", "Attach", "Export", "RegisterSecret");
    }

    @Test
    void whatIsNeverHeldHasNoPerformer() {
        var both = performed().stream().filter(Unheld.class::isAssignableFrom).collect(Collectors.toSet());
        assertThat(names(both)).isEmpty();
    }

    /// So that whoever asks what a permission takes besides is told of every act.
    @Test
    void everyAdministrativeActStandsUnderAPermission() {
        var named = Stream.of(ActsUnder.ADMINISTRATIVE, ActsUnder.ON_RECORDS)
                .flatMap(acts -> acts.values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        named.addAll(ActsUnder.OF_EVERYBODY);
        named.addAll(
                Set.of("Comment", "Attach", "OpenLogReview", "OpenAccountReview", "OpenIncident", "RaiseWorkOrder"));
        var lacking = names(OPERATIONS.stream()
                .filter(type -> !RecordCommand.class.isAssignableFrom(type))
                .filter(type -> !Unheld.class.isAssignableFrom(type))
                .collect(Collectors.toSet()));
        lacking.removeAll(named);
        assertThat(lacking).isEmpty();
        var known = roles.permissions();
        assertThat(ActsUnder.ADMINISTRATIVE.keySet()).allMatch(known::contains);
    }

    /// A consent knows its operation by name and kind alone.
    @Test
    void noTwoPerformersAnswerToTheSameName() {
        var seen = new HashSet<String>();
        performers.stream()
                .forEach(performer -> named(performer)
                        .forEach(name -> assertThat(seen.add(name)).as(name).isTrue()));
    }

    private static <O extends Operation> List<String> named(Performer<O> performer) {
        return performer.operations().stream()
                .map(member -> performer.kind() + " " + performer.name(member))
                .toList();
    }

    private Set<Class<?>> performed() {
        return performers.stream()
                .flatMap(performer -> performer.operations().stream())
                .collect(Collectors.toSet());
    }

    private static boolean atTimes(Class<?> type) {
        try {
            return type.getMethod("repeated").getDeclaringClass() == type;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> names(Set<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }
}
