package io.hengwei.platform.calendar;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendars")
class CalendarController {
    private static final int MOST_DAYS = 400;

    record CalendarView(String id, String name, int version, String zone, String source) {
        static CalendarView of(CalendarVersion version) {
            var zone = version.calendar().definition().zone().getId();
            return new CalendarView(version.id(), version.name(), version.version(), zone, version.source());
        }
    }

    record WindowView(String from, String to) {}

    record DayView(
            LocalDate date,
            CalendarDefinition.DayKind kind,
            @Nullable String name,
            List<WindowView> windows) {
        static DayView of(CalendarDefinition calendar, LocalDate date) {
            var windows = calendar.windows(date).list().stream()
                    .map(window -> new WindowView(window.start(), window.end()))
                    .toList();
            return new DayView(date, calendar.kind(date), calendar.name(date), windows);
        }
    }

    private static final String READ = "calendar:read";

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    List<CalendarView> list() {
        Scope.current().require(READ);
        return calendars.all().stream().map(CalendarView::of).toList();
    }

    @GetMapping("/{id}/days")
    List<DayView> days(@PathVariable String id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        Scope.current().require(READ);
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refused.invalid("calendar-span", MOST_DAYS);
        }
        var definition = calendars.byId(id).definition();
        return from.datesUntil(to.plusDays(1))
                .map(date -> DayView.of(definition, date))
                .toList();
    }
}
