package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.protocol.LdapConfig;
import io.hengwei.platform.identity.protocol.OidcConfig;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done to identity sources, as the journal keeps it. The password with which one is asked is never part of it.
public sealed interface SourceAct extends Operation {
    /// Of `ldap` and `oidc` there is one.
    ///
    /// @param adopting an account without a password here is linked when somebody of its user name is proved there
    record CreateIdentitySource(
            @NotBlank @Size(max = 100) String name,
            boolean adopting,
            @Valid @Nullable LdapConfig ldap,
            @Valid @Nullable OidcConfig oidc)
            implements SourceAct {}

    /// @param active false: it proves nobody any more
    record ChangeIdentitySource(
            @NotBlank @Size(max = 100) String name,
            boolean active,
            boolean adopting,
            @Valid @Nullable LdapConfig ldap,
            @Valid @Nullable OidcConfig oidc)
            implements SourceAct {}

    /// With what the source is asked has changed; the journal knows only that.
    record SetSourceSecret() implements SourceAct, RepeatedByMaker {}

    /// Somebody looked whether it answers, and perhaps up a person there.
    record TrySource(@Nullable String name) implements SourceAct, Unheld {}

    /// Members of the group hold the role over the unit from their next sign-in or the next look at the directory on.
    record MapGroup(
            @NotBlank @Size(max = 400) String group,
            @NotBlank @Size(max = 40) String role,
            @NotNull UnitId unit) implements SourceAct {}

    record UnmapGroup(UUID mapping, String group, String role, UnitId unit) implements SourceAct {}

    /// The account is proved there from now on and has no password here.
    ///
    /// @param name as which the person is known there
    record LinkAccount(
            @NotNull UUID source, @NotBlank @Size(max = 200) String name) implements SourceAct {}

    record UnlinkAccount(UUID source) implements SourceAct {}

    /// The directory does not know the person any more, or has switched the entry off: whatever was open has ended.
    record GoneFromSource(UUID source) implements SourceAct, Unheld {}
}
