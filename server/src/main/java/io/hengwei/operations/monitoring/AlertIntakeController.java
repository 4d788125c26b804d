package io.hengwei.operations.monitoring;

import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes alerts in the manner their senders need. Alertmanager repeats what was answered 5xx and drops what was
/// answered 4xx, so: 200 once the delivery is durable, whatever it says (what cannot be read is kept, shown with its
/// reason and can be told again; a 4xx would lose it and a 5xx repeat it in vain); 503 when it could not be kept; never
/// 429. 413 for a delivery beyond the limit, whose beginning is kept.
@RestController
@RequestMapping("/api/intake")
class AlertIntakeController {
    private static final int BEGINNING = 64 << 10;

    record Kept(UUID id) {}

    private final RawEvents events;
    private final Sources sources;
    private final Settings settings;

    AlertIntakeController(RawEvents events, Sources sources, Settings settings) {
        this.events = events;
        this.sources = sources;
        this.settings = settings;
    }

    @PostMapping("/alertmanager")
    Kept alertmanager(HttpServletRequest request) throws IOException {
        var scope = Scope.current();
        scope.require(MonitoringConfiguration.RECEIVE);
        int largest = settings.value(MonitoringSettings.LARGEST_DELIVERY);
        try (var room = events.room(expected(request, largest))) {
            var body = request.getInputStream().readNBytes(largest + 1);
            var source = sources.of(scope.me());
            if (body.length > largest) {
                events.keep(source, Arrays.copyOf(body, Math.min(largest, BEGINNING)), Reason.TOO_LARGE.name());
                throw new TooLarge(largest);
            }
            return new Kept(events.keep(source, body, null));
        }
    }

    /// What says nothing about its length may be as long as it is allowed to be.
    private static int expected(HttpServletRequest request, int largest) {
        var announced = request.getContentLengthLong();
        return announced < 0 || announced > largest ? largest + 1 : (int) announced;
    }
}
