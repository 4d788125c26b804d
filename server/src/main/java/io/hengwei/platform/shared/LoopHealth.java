package io.hengwei.platform.shared;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether the loops of this node go well. A loop that fails is no reason to take the node out of service.
@Component("loopsHealthIndicator")
public final class LoopHealth implements HealthIndicator {
    /// It serves, but something is not done that should be: answered with 200, so that a load balancer keeps the node.
    public static final Status DEGRADED = new Status("DEGRADED");

    private final List<Loop> loops;

    LoopHealth(List<Loop> loops) {
        this.loops = loops;
    }

    public List<Loop.State> states() {
        return loops.stream().map(Loop::state).toList();
    }

    @Override
    public Health health() {
        var failing = states().stream().filter(state -> state.failures() > 0).toList();
        var health = failing.isEmpty() ? Health.up() : Health.status(DEGRADED);
        failing.forEach(state -> health.withDetail(state.name(), state));
        return health.build();
    }
}
