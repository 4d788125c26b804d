package io.hengwei.resource.vault;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.RepeatedByMaker;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done to a confidential password. The password itself is in none of them: whoever typed one types it
/// again once somebody has consented.
public sealed interface VaultAct extends Operation {
    /// @param made whether the password was made here, and typed by nobody
    record RegisterSecret(SecretForm secret, boolean made) implements VaultAct, RepeatedByMaker {
        @Override
        public boolean repeated() {
            return !made;
        }
    }

    record ReviseSecret(SecretForm secret) implements VaultAct {}

    /// @param made as above
    record RenewSecret(boolean made, @Nullable String reason) implements VaultAct, RepeatedByMaker {
        @Override
        public boolean repeated() {
            return !made;
        }
    }

    record RetireSecret(@NotBlank @Size(max = 500) String reason) implements VaultAct {}

    /// Asks for the password: who is allowed to opens it within a limited time.
    ///
    /// @param name of the entry, for whoever is to consent
    /// @param number an earlier version; the present one where none is named
    record RevealSecret(
            String name, String reason, @Nullable Integer number) implements VaultAct {}

    /// Looks at what was revealed to oneself.
    record OpenSecret(UUID reveal, int number) implements VaultAct, RepeatedByMaker {}
}
