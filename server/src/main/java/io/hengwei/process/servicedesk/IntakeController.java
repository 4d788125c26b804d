package io.hengwei.process.servicedesk;

import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.page.Answers;
import io.hengwei.process.incident.IncidentQueries;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/intake")
class IntakeController {
    private final Intake intake;
    private final CallerQueries callers;
    private final IncidentQueries incidents;

    IntakeController(Intake intake, CallerQueries callers, IncidentQueries incidents) {
        this.intake = intake;
        this.callers = callers;
        this.incidents = incidents;
    }

    @PostMapping("/desk")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Ack> byDesk(@RequestBody @Valid DeskContact contact) {
        return created(intake.byDesk(contact));
    }

    @PostMapping("/self")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Ack> bySelf(@RequestBody @Valid SelfReport report) {
        return created(intake.bySelf(report));
    }

    @GetMapping("/callers")
    List<CallerQueries.Caller> callers(@RequestParam @Size(min = 1, max = 50) String q) {
        return callers.matching(q);
    }

    @GetMapping("/similar")
    List<IncidentQueries.Similar> similar(
            @RequestParam @Nullable @Size(max = 200) String q, @RequestParam @Nullable UUID system) {
        return incidents.similar(q, system);
    }

    private static ResponseEntity<Ack> created(Ack ack) {
        return Answers.opened("/api/incidents", ack);
    }
}
