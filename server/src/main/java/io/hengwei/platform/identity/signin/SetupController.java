package io.hengwei.platform.identity.signin;

import jakarta.validation.Valid;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/setup")
class SetupController {
    record Need(boolean needed) {}

    private final Setup setup;
    private final SetupCode code;

    SetupController(Setup setup, SetupCode code) {
        this.setup = setup;
        this.code = code;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offerCode() {
        if (setup.isNeeded()) code.offer();
    }

    @GetMapping
    Need need() {
        return new Need(setup.isNeeded());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void perform(@RequestBody @Valid Setup.FirstStart start) {
        setup.perform(start);
    }
}
