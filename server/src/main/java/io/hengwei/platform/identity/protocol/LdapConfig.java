package io.hengwei.platform.identity.protocol;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a directory is reached and read.
///
/// @param urls `ldaps://dc1.example.com:636`, the next one when the one before does not answer; all of one scheme
/// @param startTls whether a connection to an `ldap:` address is encrypted before anything is said
/// @param certificates PEM, whom to trust; null for those the machine trusts
/// @param bindDn as whom people are looked up; null to look up as nobody
/// @param baseDn below which people stand
/// @param personFilter what makes an entry a person
/// @param nameAttribute what is typed as user name: `sAMAccountName`, `uid`
/// @param subjectAttribute what stays the same when somebody is renamed: `objectGUID`, `entryUUID`
/// @param groupAttribute of the person, listing groups (`memberOf`); null where there is none
/// @param groupBase below which groups are searched that name the person as `member`; null where that is not needed
/// @param nested whether a group within a group counts; Active Directory alone can tell
public record LdapConfig(
        @NotEmpty @Size(max = 4) List<@NotNull @Pattern(regexp = URL) @Size(max = 200) String> urls,
        boolean startTls,
        @Nullable @Size(max = 40_000) String certificates,
        @Nullable @Size(max = 400) String bindDn,
        @NotBlank @Size(max = 400) String baseDn,
        @NotBlank @Size(max = 400) String personFilter,
        @NotNull @Pattern(regexp = ATTRIBUTE) String nameAttribute,
        @NotNull @Pattern(regexp = ATTRIBUTE) String subjectAttribute,
        @Nullable @Pattern(regexp = ATTRIBUTE) String groupAttribute,
        @Nullable @Size(max = 400) String groupBase,
        boolean nested) {
    static final String URL = "ldaps?://(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?";
    static final String ATTRIBUTE = "[A-Za-z][A-Za-z0-9-]{0,60}";
}
