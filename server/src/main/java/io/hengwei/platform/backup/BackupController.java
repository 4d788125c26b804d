package io.hengwei.platform.backup;

import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The product's own backups. Files are never handed out here: they lie on the server.
@RestController
@RequestMapping("/api/backups")
class BackupController {
    /// @param nextAt null where the operator has switched the schedule off
    /// @param underWay asked for or running
    record Standing(
            String folder,
            boolean besideTheData,
            @Nullable Instant nextAt,
            @Nullable Run underWay,
            @Nullable Run lastBackup,
            @Nullable Run lastVerification) {}

    record Asked(UUID id) {}

    record Opinion(@NotBlank @Size(max = 2000) String opinion) {}

    private final BackupAdministration administration;
    private final BackupQueries queries;
    private final BackupProperties properties;
    private final Schedule schedule;
    private final Runs runs;

    BackupController(
            BackupAdministration administration,
            BackupQueries queries,
            BackupProperties properties,
            Schedule schedule,
            Runs runs) {
        this.administration = administration;
        this.queries = queries;
        this.properties = properties;
        this.schedule = schedule;
        this.runs = runs;
    }

    @GetMapping
    Slice<BackupQueries.Row> list(@ParameterObject BackupQueries.Filter filter, @ParameterObject Page page) {
        requireRead();
        return queries.list(filter, page);
    }

    @GetMapping("/standing")
    Standing standing() {
        requireRead();
        return new Standing(
                properties.folder().toAbsolutePath().normalize().toString(),
                properties.besideTheData(),
                schedule.on() ? schedule.nextBackup() : null,
                runs.underWay().orElse(null),
                runs.lastFinished(Run.Kind.BACKUP).orElse(null),
                runs.lastFinished(Run.Kind.VERIFICATION).orElse(null));
    }

    @GetMapping("/months")
    List<BackupQueries.Month> months() {
        requireRead();
        return queries.months();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked backUp() {
        return new Asked(administration.backUp());
    }

    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked verify() {
        return new Asked(administration.verify());
    }

    @PostMapping("/months/{month}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable @Schema(type = "string") YearMonth month, @RequestBody @Valid Opinion opinion) {
        administration.confirm(month, opinion.opinion().strip());
    }

    /// They speak of everything the organisation has.
    private static void requireRead() {
        if (!Scope.current().reach(BackupAdministration.READ).everywhere())
            throw new Forbidden(BackupAdministration.READ);
    }
}
