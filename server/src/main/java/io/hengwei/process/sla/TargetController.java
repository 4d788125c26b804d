package io.hengwei.process.sla;

import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The decision table, tried on any record or on one that is only thought of.
@RestController
@RequestMapping("/api/targets")
class TargetController {
    private final TargetTrial trial;

    TargetController(TargetTrial trial) {
        this.trial = trial;
    }

    @GetMapping
    List<TargetTrial.Answer> answer(@ParameterObject @Valid TargetTrial.Question question) {
        return trial.answer(question);
    }
}
