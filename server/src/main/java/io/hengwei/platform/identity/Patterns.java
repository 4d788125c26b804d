package io.hengwei.platform.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Patterns of permissions: `incident:resolve`, `incident:*`, `*:read`; one that begins with `!` takes away.
record Patterns(List<String> all) {
    static final String FORM = "!?([a-z]+(-[a-z]+)*|\\*):([a-z]+(-[a-z]+)*|\\*)";

    /// What they give out of all there is.
    Set<String> of(Collection<String> known) {
        var found = new TreeSet<String>();
        for (var permission : known) if (gives(permission)) found.add(permission);
        return found;
    }

    boolean gives(String permission) {
        return all.stream().anyMatch(p -> !p.startsWith("!") && matches(p, permission)) && !takes(permission);
    }

    /// Whether it is given by a pattern that speaks of its area, not only by one of all areas alike.
    boolean name(String permission) {
        return all.stream().anyMatch(p -> !p.startsWith("!") && !p.startsWith("*:") && matches(p, permission))
                && !takes(permission);
    }

    private boolean takes(String permission) {
        return all.stream().anyMatch(p -> p.startsWith("!") && matches(p.substring(1), permission));
    }

    static boolean matches(String pattern, String permission) {
        var wanted = pattern.replace("!", "").split(":");
        var asked = permission.split(":");
        return (wanted[0].equals("*") || wanted[0].equals(asked[0]))
                && (wanted[1].equals("*") || wanted[1].equals(asked[1]));
    }
}
