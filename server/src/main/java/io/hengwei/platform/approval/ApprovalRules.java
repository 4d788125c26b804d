package io.hengwei.platform.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which operations need consent, and whose; the first rule that fits decides. A consent keeps the stages it began
/// with, whatever becomes of the rules.
///
/// @param rules in the order in which they are asked
public record ApprovalRules(@NotNull @Size(max = 200) List<@Valid Rule> rules) {
    /// @param operation its name: `ChangeSetting`, `Grant`, `Complete`
    /// @param kind of the thing it is done to, where several kinds have an operation of this name
    /// @param when all of these hold for the operation or the thing it is done to; always, when empty
    /// @param breakGlass whether the maker may go ahead in an emergency and be reviewed afterwards
    public record Rule(
            @NotBlank @Size(max = 80) String operation,
            @Nullable @Size(max = 40) String kind,
            @NotNull @Size(max = 10) List<@Valid Condition> when,
            @NotEmpty @Size(max = 10) List<@Valid Stage> stages,
            boolean breakGlass) {}

    /// A field of the operation, or of the thing it is done to, has one of these values.
    public record Condition(
            @NotBlank @Size(max = 80) String field,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 200) String> values) {}

    public enum Whom {
        /// Whoever holds one of the roles nearest to the unit.
        ROLES,
        /// These people.
        PEOPLE,
        /// Members of the maintenance group that has the record.
        COLLEAGUES
    }

    public enum Where {
        /// The unit the thing belongs to.
        SUBJECT,
        /// The unit of whoever does it.
        MAKER,
        /// Headquarters.
        TOP
    }

    public enum Mode {
        ALL,
        ANY,
        /// So many.
        QUORUM,
        /// So many of a hundred.
        PERCENT
    }

    /// What one refusal does.
    public enum OnRejection {
        /// It ends the whole.
        ENDS,
        /// It counts, and ends the whole only when too few are left.
        COUNTS,
        /// It leads back to the stage before; in the first it ends the whole.
        LEADS_BACK
    }

    /// One stage of a chain.
    ///
    /// @param roles for `ROLES`; @param people for `PEOPLE`
    /// @param count for `QUORUM` and `PERCENT`
    /// @param limit after which those above are asked too; null for none
    /// @param onTheSpot somebody present confirms with an own account, in the maker's window
    /// @param when the stage is left out unless all of these hold
    public record Stage(
            @NotBlank @Size(max = 60) String name,
            @NotNull Whom whom,
            @NotNull @Size(max = 20) List<@NotBlank String> roles,
            @NotNull @Size(max = 50) List<UUID> people,
            @NotNull Where where,
            @NotNull Mode mode,
            @Nullable @Min(1) @Max(100) Integer count,
            @NotNull OnRejection onRejection,
            @Nullable Duration limit,
            boolean onTheSpot,
            @NotNull @Size(max = 10) List<@Valid Condition> when) {
        /// A colleague who is here, for work that takes two (001-2 (二)).
        static final Stage SECOND_PERSON = new Stage(
                "双人操作",
                Whom.COLLEAGUES,
                List.of(),
                List.of(),
                Where.SUBJECT,
                Mode.ANY,
                null,
                OnRejection.ENDS,
                null,
                true,
                List.of());

        /// One stage in which any holder of these roles decides.
        static Stage anyOf(String name, Where where, Duration limit, String... roles) {
            return new Stage(
                    name,
                    Whom.ROLES,
                    List.of(roles),
                    List.of(),
                    where,
                    Mode.ANY,
                    null,
                    OnRejection.ENDS,
                    limit,
                    false,
                    List.of());
        }

        /// The same, left out unless this holds.
        Stage only(Condition condition) {
            return new Stage(
                    name, whom, roles, people, where, mode, count, onRejection, limit, onTheSpot, List.of(condition));
        }

        /// A stage of one person whom somebody added.
        static Stage added(String name, UUID person) {
            return new Stage(
                    name,
                    Whom.PEOPLE,
                    List.of(),
                    List.of(person),
                    Where.SUBJECT,
                    Mode.ALL,
                    null,
                    OnRejection.ENDS,
                    null,
                    false,
                    List.of());
        }

        /// How many must agree, of so many who are asked; never none.
        int needed(int asked) {
            return switch (mode) {
                case ALL -> Math.max(1, asked);
                case ANY -> 1;
                case QUORUM -> count == null ? 1 : count;
                case PERCENT -> Math.max(1, Math.ceilDiv(asked * (count == null ? 100 : count), 100));
            };
        }

        /// How many must be asked at least.
        int fewest() {
            return mode == Mode.QUORUM ? needed(0) : 1;
        }
    }
}
