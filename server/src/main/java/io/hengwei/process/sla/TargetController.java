package io.hengwei.process.sla;

import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The decision table, tried on any record or on one that is only thought of.
@RestController
@RequestMapping("/api/targets")
class TargetController {
    private final TargetTrial trial;
    private final BackTest backTest;

    TargetController(TargetTrial trial, BackTest backTest) {
        this.trial = trial;
        this.backTest = backTest;
    }

    @GetMapping
    List<TargetTrial.Answer> answer(@ParameterObject @Valid TargetTrial.Question question) {
        return trial.answer(question);
    }

    /// What other agreements and figures would have meant for the records of a period; changes nothing.
    @PostMapping("/backtest")
    BackTest.Result backTest(@RequestBody @Valid BackTest.Question question) {
        return backTest.run(question);
    }
}
