package io.hengwei.platform.notification.robot;

import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/robots")
class RobotController {
    record NewRobot(
            @NotBlank @Size(max = 100) String name,
            @NotNull RobotKind kind,
            @NotNull UnitId unit,
            @NotNull @Valid RobotAccess access) {}

    /// @param active false: it is told nothing any more, and what waits for it is dropped
    /// @param access another address with its secret, both anew; null leaves them as they are
    record RobotForm(
            @NotBlank @Size(max = 100) String name,
            @NotNull Boolean active,
            @Nullable @Valid RobotAccess access) {}

    record MadeRobot(RobotId id) {}

    private final RobotAdministration administration;
    private final RobotQueries robots;
    private final RobotTrial trial;

    RobotController(RobotAdministration administration, RobotQueries robots, RobotTrial trial) {
        this.administration = administration;
        this.robots = robots;
        this.trial = trial;
    }

    @GetMapping
    Slice<RobotQueries.Robot> list(
            @ParameterObject @Valid RobotQueries.Filter filter, @ParameterObject @Valid Page page) {
        return robots.list(filter, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeRobot create(@RequestBody @Valid NewRobot robot) {
        return new MadeRobot(administration.create(robot.name(), robot.kind(), robot.unit(), robot.access()));
    }

    @GetMapping("/{id}")
    ResponseEntity<RobotQueries.Robot> one(@PathVariable RobotId id) {
        var robot = robots.get(id);
        return ResponseEntity.ok().eTag(ETag.of(robot.version())).body(robot);
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> change(
            @PathVariable RobotId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid RobotForm form) {
        var version = administration.change(id, ETag.seen(seen), form.name(), form.active(), form.access());
        return ResponseEntity.noContent().eTag(ETag.of(version)).build();
    }

    @PostMapping("/{id}/test")
    PostOutcome test(@PathVariable RobotId id, Locale locale) {
        return trial.of(id, locale);
    }

    @GetMapping("/{id}/posts")
    Slice<RobotQueries.Post> posts(@PathVariable RobotId id, @ParameterObject @Valid Page page) {
        return robots.posts(id, page);
    }
}
