package io.hengwei.platform.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the product ships: the roles of section 2 of the requirement catalogue, and what belongs to each of the three
/// administrations.
@Component
class ShippedRoles {
    /// @param own what only this administration may carry, and no business role
    /// @param besides what it may carry together with business roles
    record Admission(List<String> own, List<String> besides) {}

    record Shipped(
            String code,
            String section,
            String nameZh,
            String nameEn,
            String dutiesZh,
            String dutiesEn,
            String clause,
            Administration administration,
            boolean fixed,
            List<String> patterns) {}

    private record Content(Map<Administration, Admission> administrations, List<Shipped> roles) {}

    private final Content content;

    ShippedRoles(JsonMapper json) {
        try (var stream = new ClassPathResource("identity/roles.json").getInputStream()) {
            content = json.readValue(stream, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<Administration, Admission> administrations() {
        return content.administrations();
    }

    /// In the order of the catalogue.
    List<Shipped> all() {
        return content.roles();
    }
}
