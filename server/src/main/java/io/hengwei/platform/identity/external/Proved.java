package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.protocol.DirectoryEntry;
import java.util.Set;

/// Somebody was proved elsewhere, just now.
///
/// @param name user name there
/// @param subject what stays the same there when the name changes
public record Proved(IdentitySource source, String name, String subject, Set<String> groups) {
    static Proved of(IdentitySource source, DirectoryEntry entry) {
        return new Proved(source, entry.name(), entry.subject(), entry.groups());
    }
}
