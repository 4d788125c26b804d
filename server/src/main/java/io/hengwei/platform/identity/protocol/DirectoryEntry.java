package io.hengwei.platform.identity.protocol;

import java.util.Set;

/// A person as a directory knows it.
///
/// @param dn where it stands
/// @param name its user name there
/// @param subject what stays the same when it is renamed or moved, in URL-safe Base64
/// @param groups distinguished names, normalised
/// @param off the directory has switched it off
public record DirectoryEntry(String dn, String name, String subject, Set<String> groups, boolean off) {}
