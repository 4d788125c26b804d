package io.hengwei.platform.identity;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that is done to units, people, groups and rights, as the journal keeps it. Nothing secret is ever part of
/// it.
public sealed interface IdentityAct extends Operation {
    String USERNAME = "[A-Za-z0-9][A-Za-z0-9._@-]{1,63}";
    String LANGUAGE = "zh-CN|en-US";

    /// @param parent null for the root alone
    record CreateUnit(
            @NotBlank @Size(max = 100) String name,
            @NotNull Unit.Kind kind,
            @Nullable UnitId parent) implements IdentityAct {}

    /// @param parent where it stands from now on; null where it stands already
    /// @param active false closes it; null leaves that as it is
    record ChangeUnit(
            @NotBlank @Size(max = 100) String name,
            @Nullable UnitId parent,
            @Nullable Boolean active) implements IdentityAct {}

    /// @param username null for a person who does not sign in
    /// @param withPassword whether a first password comes with it, which stands nowhere
    record CreatePerson(
            @Nullable @Pattern(regexp = USERNAME) String username,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Email @Size(max = 200) String email,
            @NotNull UnitId unit,
            @Nullable @Pattern(regexp = LANGUAGE) String language,
            boolean withPassword)
            implements IdentityAct, RepeatedByMaker {
        public CreatePerson(
                @Nullable String username,
                String name,
                @Nullable String phone,
                @Nullable String email,
                UnitId unit,
                @Nullable String language) {
            this(username, name, phone, email, unit, language, false);
        }

        CreatePerson comingWith(@Nullable String password) {
            return new CreatePerson(username, name, phone, email, unit, language, password != null);
        }

        @Override
        public boolean repeated() {
            return withPassword;
        }
    }

    /// @param withPassword whether a new password comes with it, which stands nowhere
    record ChangePerson(
            @Nullable @Pattern(regexp = USERNAME) String username,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Email @Size(max = 200) String email,
            @NotNull UnitId unit,
            @NotNull Boolean active,
            @Nullable @Pattern(regexp = LANGUAGE) String language,
            boolean withPassword)
            implements IdentityAct, RepeatedByMaker {
        public ChangePerson(
                @Nullable String username,
                String name,
                @Nullable String phone,
                @Nullable String email,
                UnitId unit,
                Boolean active,
                @Nullable String language) {
            this(username, name, phone, email, unit, active, language, false);
        }

        ChangePerson comingWith(@Nullable String password) {
            return new ChangePerson(username, name, phone, email, unit, active, language, password != null);
        }

        @Override
        public boolean repeated() {
            return withPassword;
        }
    }

    /// A new password was set; the journal knows only that.
    record SetPassword() implements IdentityAct, RepeatedByMaker {}

    record CreateGroup(
            @NotBlank @Size(max = 100) String name,
            @NotNull UnitId unit,
            @NotNull @Min(1) @Max(3) Integer line,
            @Nullable Track track)
            implements IdentityAct {}

    record ChangeGroup(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Min(1) @Max(3) Integer line,
            @Nullable Track track) implements IdentityAct {}

    record AddMember(UserId person) implements IdentityAct {}

    record RemoveMember(UserId person) implements IdentityAct {}

    /// @param from now when absent
    /// @param until forever when absent
    record Grant(
            @NotBlank @Size(max = 40) String role,
            @NotNull UnitId unit,
            @Nullable Instant from,
            @Nullable Instant until)
            implements IdentityAct {}

    record Revoke(UUID grant, String role, UnitId unit) implements IdentityAct {}

    /// @param permissions the only ones the token lets through; null for all its person has
    record IssueToken(
            @NotBlank @Size(max = 100) String name,
            @Nullable Set<@NotBlank String> permissions,
            @Nullable Instant expiresAt)
            implements IdentityAct, RepeatedByMaker {}

    record RevokeToken(UUID token) implements IdentityAct {}

    /// @param address from which the person signed in
    record SignIn(String address) implements IdentityAct, Unheld {}

    record SignOut() implements IdentityAct, Unheld {}

    /// @param locked whether this was one wrong password too many
    /// @param until when the lock opens by itself
    record SignInFailed(
            String address, boolean locked, @Nullable Instant until) implements IdentityAct, Unheld {}

    /// An administrator opens an account before its lock ends.
    record Unlock() implements IdentityAct {}

    /// @param address from which somebody signed in while the account was open at the `others`
    record ParallelUse(String address, List<String> others) implements IdentityAct, Unheld {}

    /// A signed-in person proved once more to be there.
    record ProveAgain(String address) implements IdentityAct, Unheld {}

    record EndSession(UUID session) implements IdentityAct {}

    /// All of a person's, or all but the one in which it was asked for.
    record EndSessions() implements IdentityAct {}

    record SetUpSecondFactor() implements IdentityAct, Unheld {}

    record RenewRecoveryCodes() implements IdentityAct, Unheld {}

    record UseRecoveryCode(int left) implements IdentityAct, Unheld {}

    record RemoveSecondFactor() implements IdentityAct, Unheld {}

    /// An administrator takes away the second factor of somebody who has lost it.
    record ResetSecondFactor() implements IdentityAct {}

    record SetUp() implements IdentityAct, Unheld {}

    /// What an account is beyond its name: whose it is, and when it ends by itself.
    ///
    /// @param staffNumber null for an outside system's account, or while it is not known
    /// @param endsAt null for an account without end
    record SetAccount(
            @NotNull AccountClass accountClass,
            @Nullable @Size(min = 1, max = 40) String staffNumber,
            @Nullable @Size(min = 1, max = 100) String post,
            @Nullable Instant endsAt)
            implements IdentityAct {}

    record CloseAccount(@NotBlank @Size(max = 1000) String reason) implements IdentityAct {}

    /// A code was made with which the person sets the own password; the journal knows only that.
    record OfferActivation() implements IdentityAct, RepeatedByMaker {}

    /// The person has set the own password with such a code.
    record Activate(String address) implements IdentityAct, Unheld {}

    record PublishConduct(int version, String textZh, String textEn) implements IdentityAct {}

    record ConsentToConduct(int version, String address) implements IdentityAct, Unheld {}
}
