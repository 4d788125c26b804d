package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalRules.Condition;
import io.hengwei.platform.approval.ApprovalRules.Rule;
import io.hengwei.platform.approval.ApprovalRules.Stage;
import io.hengwei.platform.record.Gate;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rule that holds an operation, if any. Asked of every act, so an operation that no rule names costs one look into
/// a map.
@Component
class RuleBook {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private record Indexed(ApprovalRules rules, Map<String, List<Rule>> byOperation) {}

    /// A rule with the stages that apply to the operation at hand.
    record Ruling(Rule rule, List<Stage> stages) {
        Ruling withTwo() {
            var calm = new Rule(rule.operation(), rule.kind(), rule.when(), rule.stages(), false);
            var here = stages.stream().anyMatch(Stage::onTheSpot);
            return new Ruling(
                    calm,
                    here
                            ? stages
                            : Stream.concat(stages.stream(), TWO.stages().stream())
                                    .toList());
        }
    }

    private static final Ruling TWO = new Ruling(
            new Rule("*", null, List.of(), List.of(Stage.SECOND_PERSON), false), List.of(Stage.SECOND_PERSON));

    private final Settings settings;
    private final JsonMapper json;
    private volatile Indexed index = new Indexed(new ApprovalRules(List.of()), Map.of());

    RuleBook(Settings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /// Two-person work needs a second person on the spot, also where no rule says so; nobody breaks the glass for it.
    Optional<Ruling> of(Gate.Proposal proposal) {
        var ruled = ruled(proposal);
        return proposal.takesTwo() ? Optional.of(ruled.map(Ruling::withTwo).orElse(TWO)) : ruled;
    }

    private Optional<Ruling> ruled(Gate.Proposal proposal) {
        var candidates = rules(proposal).get(proposal.operation().commandName());
        if (candidates == null) return Optional.empty();
        var facts = facts(proposal);
        return candidates.stream()
                .filter(rule -> rule.kind() == null || rule.kind().equals(proposal.kind()))
                .filter(rule -> holds(rule.when(), facts))
                .findFirst()
                .map(rule -> new Ruling(
                        rule,
                        rule.stages().stream()
                                .filter(stage -> holds(stage.when(), facts))
                                .toList()))
                .filter(ruling -> !ruling.stages().isEmpty());
    }

    private Map<String, List<Rule>> rules(Gate.Proposal proposal) {
        var unit = proposal.unit();
        var scope = unit == null ? SettingScope.GLOBAL : SettingScope.unit(unit.value());
        var rules = settings.value(ApprovalSettings.RULES, scope);
        var known = index;
        if (known.rules() != rules)
            index = known = new Indexed(rules, rules.rules().stream().collect(Collectors.groupingBy(Rule::operation)));
        return known.byOperation();
    }

    /// What the operation says goes before what the thing says of itself.
    private Map<String, Object> facts(Gate.Proposal proposal) {
        var facts = new HashMap<>(proposal.facts().get());
        facts.putAll(json.convertValue(proposal.operation(), FIELDS));
        return facts;
    }

    private static boolean holds(List<Condition> conditions, Map<String, Object> facts) {
        return conditions.stream().allMatch(condition -> has(facts.get(condition.field()), condition.values()));
    }

    private static boolean has(@Nullable Object fact, List<String> values) {
        if (fact instanceof Collection<?> many) return many.stream().anyMatch(each -> has(each, values));
        return fact != null && values.contains(fact instanceof Enum<?> e ? e.name() : fact.toString());
    }
}
