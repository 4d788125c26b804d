package io.hengwei.platform.identity.protocol;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is agreed with an issuer.
///
/// @param issuer its address, below which its description lies
/// @param clientId what it calls this product
/// @param scopes asked for besides `openid`
/// @param nameClaim what is compared with the user name when an account is linked: `preferred_username`
/// @param groupsClaim which lists the groups; null where none is sent
/// @param secondFactor whether the issuer asks for the second factor, so that this product need not
public record OidcConfig(
        @NotBlank @Size(max = 400) String issuer,
        @NotBlank @Size(max = 200) String clientId,
        @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = "[!-~]{1,60}") String> scopes,
        @NotNull @Pattern(regexp = CLAIM) String nameClaim,
        @Nullable @Pattern(regexp = CLAIM) String groupsClaim,
        boolean secondFactor) {
    static final String CLAIM = "[A-Za-z0-9_.:/-]{1,100}";
}
