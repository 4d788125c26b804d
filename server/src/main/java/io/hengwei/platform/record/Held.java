package io.hengwei.platform.record;

import io.hengwei.platform.shared.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// The act waits for a second person: 202, with the consent's id as argument of the message.
class Held extends Problem {
    private final UUID consent;

    Held(UUID consent) {
        super(HttpStatus.ACCEPTED, "held", consent.toString());
        this.consent = consent;
    }

    UUID consent() {
        return consent;
    }

    @Override
    public UUID about() {
        return consent;
    }
}
