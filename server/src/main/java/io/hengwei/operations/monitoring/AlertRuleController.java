package io.hengwei.operations.monitoring;

import io.hengwei.operations.monitoring.AlertRules.ChangeSource;
import io.hengwei.operations.monitoring.AlertRules.GradeSeverity;
import io.hengwei.operations.monitoring.AlertRules.MapWord;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The rules by which alerts are judged; each change answers with all of them.
@RestController
@RequestMapping("/api/alert-rules")
class AlertRuleController {
    private final AlertRules rules;

    AlertRuleController(AlertRules rules) {
        this.rules = rules;
    }

    @GetMapping
    AlertRules.View view() {
        return rules.view();
    }

    @PutMapping("/words")
    AlertRules.View map(@RequestBody @Valid MapWord mapping) {
        rules.map(mapping);
        return rules.view();
    }

    @PutMapping("/grades")
    AlertRules.View grade(@RequestBody @Valid GradeSeverity grade) {
        rules.grade(grade);
        return rules.view();
    }

    @PutMapping("/sources/{id}")
    AlertRules.View change(@PathVariable UUID id, @RequestBody @Valid ChangeSource change) {
        rules.change(id, change);
        return rules.view();
    }
}
