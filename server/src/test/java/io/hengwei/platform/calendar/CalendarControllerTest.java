package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.hengwei.platform.shared.As;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class CalendarControllerTest {
    private final Calendars calendars = mock();
    private final MockMvcTester http = MockMvcTester.of(
            List.of(new CalendarController(calendars, mock(), mock(), mock(), Clock.systemUTC())),
            builder -> builder.addFilters(As.somebodyWith("calendar:read")).build());

    @BeforeEach
    void oneCalendar() {
        var standard = new WorkCalendar(StandardCalendars.china());
        var version = new CalendarVersion("STANDARD", 3, "标准工作时间", "holiday-cn", "CHINA", Instant.EPOCH, standard);
        when(calendars.all()).thenReturn(List.of(version));
        when(calendars.byId("STANDARD")).thenReturn(standard);
    }

    @Test
    void calendarsAreListedAsTheyStand() {
        assertThat(http.get().uri("/api/calendars")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                [{"id":"STANDARD","name":"标准工作时间","version":3,"zone":"Asia/Shanghai","source":"holiday-cn","base":"CHINA"}]""");
    }

    @Test
    void daysSayWhatTheyAreAndWhenTheyAreWorked() {
        var uri = "/api/calendars/STANDARD/days?from=2026-10-07&to=2026-10-11";
        assertThat(http.get().uri(uri)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                [{"date":"2026-10-07","kind":"HOLIDAY","name":"国庆节","windows":[]},
                 {"date":"2026-10-08","kind":"WORK","windows":[{"from":"09:00","to":"18:00"}]},
                 {"date":"2026-10-09","kind":"WORK"},
                 {"date":"2026-10-10","kind":"MAKE_UP","name":"国庆节","windows":[{"from":"09:00","to":"18:00"}]},
                 {"date":"2026-10-11","kind":"OFF","windows":[],"unannounced":false}]""");
    }

    @Test
    void aYearThatNobodyHasAnnouncedSaysSo() {
        assertThat(http.get().uri("/api/calendars/STANDARD/days?from=2027-10-01&to=2027-10-01"))
                .bodyJson()
                .isLenientlyEqualTo("""
                [{"date":"2027-10-01","kind":"WORK","unannounced":true}]""");
    }

    @Test
    void endlessSpansAreRefused() {
        assertThat(http.get().uri("/api/calendars/STANDARD/days?from=2026-01-01&to=2036-01-01"))
                .failure()
                .hasMessageContaining("calendar-span");
        assertThat(http.get().uri("/api/calendars/STANDARD/days?from=0001-01-01&to=0001-01-02"))
                .failure()
                .hasMessageContaining("calendar-date");
        assertThat(http.get().uri("/api/calendars/STANDARD/days?from=2026-01-02&to=2026-01-01"))
                .failure()
                .hasMessageContaining("calendar-span");
    }
}
