package io.hengwei.platform.calendar;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import io.hengwei.platform.calendar.CalendarAdministration.PublishCalendar;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendars")
class CalendarController {
    private static final int MOST_DAYS = 400;
    private static final int MOST_VERSIONS = 100;
    private static final String READ = "calendar:read";

    record CalendarView(
            String id,
            String name,
            int version,
            String zone,
            String source,
            @Nullable String base) {
        static CalendarView of(CalendarVersion version) {
            var zone = version.calendar().definition().zone().getId();
            return new CalendarView(
                    version.id(), version.name(), version.version(), zone, version.source(), version.base());
        }
    }

    /// @param calendar as it holds now
    /// @param latest on which the next version is built: also one that is laid down for later
    /// @param layer what that one says itself
    /// @param definition what that one comes to with what it takes over
    /// @param versions the last hundred, the latest first
    record CalendarDetails(
            CalendarView calendar,
            int latest,
            CalendarLayer layer,
            CalendarDefinition definition,
            List<CalendarVersions.Entry> versions) {}

    /// @param effectiveFrom null for at once
    record Draft(
            @NotBlank @Size(max = 60) String name,
            @NotNull @Valid CalendarLayer layer,
            @NotBlank @Size(max = 200) String source,
            @Nullable Instant effectiveFrom) {
        PublishCalendar of(String id) {
            return new PublishCalendar(id, name, layer, source, effectiveFrom);
        }
    }

    record NewCalendar(
            @NotNull @Pattern(regexp = CalendarLayer.ID) String id,
            @NotNull @Valid Draft draft) {}

    /// @param content a year of holiday-cn as JSON, or an iCalendar file
    record NoticeFile(@NotBlank @Size(max = 200_000) String content) {}

    record Published(String id, int version) {}

    private final Calendars calendars;
    private final CalendarVersions versions;
    private final CalendarAdministration administration;
    private final CalendarPreview preview;
    private final Clock clock;

    CalendarController(
            Calendars calendars,
            CalendarVersions versions,
            CalendarAdministration administration,
            CalendarPreview preview,
            Clock clock) {
        this.calendars = calendars;
        this.versions = versions;
        this.administration = administration;
        this.preview = preview;
        this.clock = clock;
    }

    @GetMapping
    List<CalendarView> list() {
        Scope.current().require(READ);
        return calendars.all().stream().map(CalendarView::of).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<CalendarDetails> one(@PathVariable String id) {
        Scope.current().require(READ);
        var history = versions.history(id, MOST_VERSIONS);
        if (history.isEmpty()) throw new NotFound(id);
        int latest = history.getFirst().version();
        var details = new CalendarDetails(
                CalendarView.of(calendars.current(id)),
                latest,
                versions.layer(id, latest).orElseThrow(),
                calendars.byId(id, latest).definition(),
                history);
        return ResponseEntity.ok().eTag(ETag.of(latest)).body(details);
    }

    /// @param version for how it looked then; the one that holds now when left out
    @GetMapping("/{id}/days")
    List<DayView> days(
            @PathVariable String id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Integer version) {
        Scope.current().require(READ);
        CalendarLayer.requireReachable(from);
        CalendarLayer.requireReachable(to);
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refused.invalid("calendar-span", MOST_DAYS);
        }
        var calendar = version == null ? calendars.byId(id) : calendars.byId(id, version);
        return from.datesUntil(to.plusDays(1))
                .map(date -> DayView.of(calendar.definition(), date))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Published create(@RequestBody @Valid NewCalendar calendar) {
        var version = administration.publish(0, calendar.draft().of(calendar.id()));
        return new Published(calendar.id(), version);
    }

    @PutMapping("/{id}")
    ResponseEntity<Published> publish(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid Draft draft) {
        long version = ETag.seen(seen);
        if (version == 0) throw new NotFound(id);
        var published = administration.publish(version, draft.of(id));
        return ResponseEntity.ok().eTag(ETag.of(published)).body(new Published(id, published));
    }

    /// What publishing would change; changes nothing.
    @PostMapping("/{id}/preview")
    CalendarPreview.Changes preview(@PathVariable String id, @RequestBody @Valid Draft draft) {
        Scope.current().require(CalendarAdministration.PUBLISH);
        if (!id.matches(CalendarLayer.ID)) throw new NotFound(id);
        return preview.of(draft.of(id));
    }

    /// Reads the days out of a file; keeps nothing.
    @PostMapping("/notice")
    Notice read(@RequestBody @Valid NoticeFile file) {
        Scope.current().require(CalendarAdministration.PUBLISH);
        return Notice.read(file.content(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
