package io.hengwei.platform.identity.organisation;

import io.hengwei.platform.identity.Rights;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What somebody may do and why, and who may do a thing. Everyone may ask about himself.
@RestController
class RightsController {
    private final Rights rights;

    RightsController(Rights rights) {
        this.rights = rights;
    }

    @GetMapping("/api/people/{id}/rights")
    List<Rights.Right> rights(@PathVariable UserId id) {
        return rights.of(id);
    }

    @GetMapping("/api/people/{id}/rights/decision")
    Rights.Decision decision(@PathVariable UserId id, @RequestParam String permission, @RequestParam UnitId unit) {
        return rights.decide(id, permission, unit);
    }

    @GetMapping("/api/rights/holders")
    List<Rights.Holder> holders(@RequestParam String permission, @RequestParam UnitId unit) {
        return rights.holders(permission, unit);
    }
}
