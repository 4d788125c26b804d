package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.TestDatabase;
import io.hengwei.platform.shared.NotFound;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CalendarsTest {
    private static final Instant NOW = Instant.parse("2025-06-06T08:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CalendarDefinition LATE = CalendarDefinition.weekdays(SHANGHAI, "10:00-19:00");

    private TestDatabase database;
    private Connection connection;
    private JdbcClient db;
    private Calendars calendars;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        connection = database.runner();
        db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        calendars = node(NOW);
        new StandardCalendars(calendars).afterSingletonsInstantiated();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private Calendars node(Instant now) {
        return new Calendars(new CalendarVersions(db), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void theShippedCalendarsAreThereFromTheFirstStart() {
        assertThat(calendars.all()).extracting(CalendarVersion::id).containsExactly("ALWAYS", "STANDARD");
        assertThat(calendars.byId("STANDARD").definition()).isEqualTo(StandardCalendars.standard());
        assertThat(node(Instant.parse("2020-01-01T00:00:00Z"))
                        .current("STANDARD")
                        .version())
                .isEqualTo(1);
    }

    @Test
    void anotherStartAddsAVersionOnlyWhenSomethingChanged() {
        new StandardCalendars(node(NOW)).afterSingletonsInstantiated();
        assertThat(calendars.current("STANDARD").version()).isEqualTo(1);
        node(NOW).ship("STANDARD", "标准工作时间", LATE, "next release");
        assertThat(node(NOW).current("STANDARD").version()).isEqualTo(2);
    }

    @Test
    void aCalendarThatSomebodyMadeHisOwnIsNotShippedOver() {
        calendars.publish("STANDARD", "标准工作时间", LATE, "our office", NOW);
        new StandardCalendars(node(NOW)).afterSingletonsInstantiated();
        assertThat(node(NOW).byId("STANDARD").definition()).isEqualTo(LATE);
    }

    @Test
    void aVersionStaysAsItWasAndALaterOneWaitsForItsDay() {
        var july = Instant.parse("2025-07-01T00:00:00Z");
        assertThat(calendars.publish("STANDARD", "标准工作时间", LATE, "our office", july))
                .isEqualTo(2);
        assertThat(calendars.current("STANDARD").version()).isEqualTo(1);
        assertThat(node(july).current("STANDARD").version()).isEqualTo(2);
        assertThat(node(july).byId("STANDARD", 1).definition()).isEqualTo(StandardCalendars.standard());
        assertThatThrownBy(
                        () -> db.sql("update calendar.calendar set name = ''").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whoAsksForNoCalendarIsTold() {
        assertThatThrownBy(() -> calendars.byId("NONE")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> calendars.byId("STANDARD", 9)).isInstanceOf(NotFound.class);
    }

    @Test
    void aMonthIsShownDayByDay() {
        var october = io.hengwei.platform.shared.Scope.asSystem(() -> new CalendarController(calendars)
                .days("STANDARD", java.time.LocalDate.of(2025, 9, 28), java.time.LocalDate.of(2025, 10, 9)));
        assertThat(october).hasSize(12);
        assertThat(october.getFirst().kind()).isEqualTo(CalendarDefinition.DayKind.MAKE_UP);
        assertThat(october.getFirst().windows())
                .isEqualTo(List.of(new CalendarController.WindowView("09:00", "18:00")));
        assertThat(october.get(3).name()).startsWith("国庆节");
        assertThat(october.get(3).windows()).isEmpty();
    }
}
