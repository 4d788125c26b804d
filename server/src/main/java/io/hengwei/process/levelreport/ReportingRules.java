package io.hengwei.process.levelreport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is told of faults of which level (INC-20, 21).
public record ReportingRules(@NotNull @Size(max = 50) List<@NotNull @Valid Rule> rules) {
    static final ReportingRules STANDARD = new ReportingRules(List.of(
            new Rule(List.of("LEVEL_I", "LEVEL_II", "LEVEL_III"), "MGMT_DEPT", true, "EXECUTIVE", List.of()),
            new Rule(List.of("LEVEL_I"), "EXECUTIVE", false, null, List.of())));

    /// @param role whose holders nearest to the fault's unit are told
    /// @param everyLevel whether holders over each unit further up are told as well, one after the other, each when
    ///   those below have acknowledged it
    /// @param superior role whose holders are told when nobody further up holds the first one; null for none
    /// @param robots that post it in their groups
    public record Rule(
            @NotEmpty @Size(max = 4) List<@NotNull @Pattern(regexp = "LEVEL_(I|II|III|IV)") String> levels,
            @NotBlank @Size(max = 40) String role,
            boolean everyLevel,
            @Nullable @Size(min = 1, max = 40) String superior,
            @NotNull @Size(max = 10) List<@NotNull UUID> robots) {}

    /// A role is told of a level by one rule, or nobody could say which holds.
    @JsonIgnore
    @AssertTrue(message = "{level-report.rules.twice}")
    public boolean isOnce() {
        if (rules == null) return true;
        var seen = new HashSet<String>();
        return rules.stream()
                .filter(rule -> rule != null && rule.levels() != null)
                .allMatch(rule -> rule.levels().stream().allMatch(level -> seen.add(rule.role() + " " + level)));
    }

    List<Rule> of(String level) {
        return rules.stream().filter(rule -> rule.levels().contains(level)).toList();
    }

    Optional<Rule> of(String level, String role) {
        return of(level).stream().filter(rule -> rule.role().equals(role)).findFirst();
    }
}
