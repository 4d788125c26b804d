package io.hengwei.platform.shared;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// For tests of a controller alone: who asks, where nobody has signed in.
public final class As {
    private As() {}

    /// Somebody who has this one permission, everywhere.
    public static Filter somebodyWith(String permission) {
        var scope =
                new Scope(new UserId(UUID.randomUUID()), Sight.NOTHING, Set.of(), Map.of(permission, Reach.EVERYWHERE));
        return (request, response, chain) -> {
            try {
                Scope.calling(scope, () -> {
                    chain.doFilter(request, response);
                    return null;
                });
            } catch (IOException | ServletException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new ServletException(e);
            }
        };
    }
}
