package io.hengwei.governance.report;

import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ComplianceController {
    private final ComplianceQuery compliance;

    ComplianceController(ComplianceQuery compliance) {
        this.compliance = compliance;
    }

    @GetMapping("/api/compliance")
    Compliance of(@ParameterObject @Valid ComplianceFilter filter) {
        return compliance.of(filter);
    }
}
