package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.TestDatabase;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Stale;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CalendarsTest {
    private static final Instant NOW = Instant.parse("2025-06-06T08:00:00Z");
    private static final Instant JULY = Instant.parse("2025-07-01T00:00:00Z");
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
        start(calendars);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void start(Calendars node) {
        new StandardCalendars(publisher(node, NOW)).afterSingletonsInstantiated();
    }

    private CalendarPublisher publisher(Calendars node, Instant now) {
        return new CalendarPublisher(new CalendarVersions(db), node, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void publish(String id, long seen, CalendarLayer layer, String source, Instant from) {
        publisher(calendars, NOW).publish(id, seen, id, layer, source, from, null);
    }

    private Calendars node(Instant now) {
        return new Calendars(new CalendarVersions(db), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void theShippedCalendarsAreThereFromTheFirstStart() {
        assertThat(calendars.all()).extracting(CalendarVersion::id).containsExactly("ALWAYS", "CHINA", "STANDARD");
        assertThat(calendars.byId("STANDARD").definition()).isEqualTo(StandardCalendars.china());
        assertThat(node(Instant.parse("2020-01-01T00:00:00Z"))
                        .current("STANDARD")
                        .version())
                .isEqualTo(1);
    }

    @Test
    void anotherStartAddsAVersionOnlyWhenSomethingChanged() {
        start(node(NOW));
        assertThat(calendars.current("STANDARD").version()).isEqualTo(1);
        publisher(calendars, NOW).ship("CHINA", "中国法定工作日", CalendarLayer.alone(LATE), "next release");
        assertThat(node(NOW).current("CHINA").version()).isEqualTo(2);
        assertThat(node(NOW).current("STANDARD").version())
                .as("it stands on it")
                .isEqualTo(2);
        assertThat(node(NOW).byId("STANDARD").definition()).isEqualTo(LATE);
    }

    @Test
    void aCalendarThatSomebodyMadeHisOwnIsNotShippedOver() {
        publish("STANDARD", 1, CalendarLayer.alone(LATE), "our office", NOW);
        start(node(NOW));
        assertThat(node(NOW).byId("STANDARD").definition()).isEqualTo(LATE);
    }

    @Test
    void aVersionStaysAsItWasAndALaterOneWaitsForItsDay() {
        publish("STANDARD", 1, CalendarLayer.alone(LATE), "our office", JULY);
        assertThat(calendars.current("STANDARD").version()).isEqualTo(1);
        assertThat(node(JULY).current("STANDARD").version()).isEqualTo(2);
        assertThat(node(JULY).byId("STANDARD", 1).definition()).isEqualTo(StandardCalendars.china());
        assertThatThrownBy(
                        () -> db.sql("update calendar.calendar set name = ''").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whoBuildsOnAVersionThatIsNoLongerTheLastIsTold() {
        publish("STANDARD", 1, CalendarLayer.alone(LATE), "our office", JULY);
        assertThatThrownBy(() -> publish("STANDARD", 1, CalendarLayer.alone(LATE), "another office", NOW))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aBranchAndItsServiceTakeOverWhatTheGroupPublishes() {
        var branch = CalendarLayer.on("STANDARD").withWeekly(LATE.weekly());
        publish("BRANCH", 0, branch, "branch", NOW);
        publish("SERVICE", 0, CalendarLayer.on("BRANCH"), "service", NOW);
        var closed = new CalendarLayer(
                null,
                SHANGHAI,
                StandardCalendars.china().weekly(),
                Map.of(LocalDate.of(2025, 6, 10), "company day"),
                Map.of(),
                List.of(),
                Set.of(2025),
                null);
        publish("CHINA", 1, closed, "notice 7", JULY);
        for (var id : List.of("BRANCH", "SERVICE")) {
            assertThat(calendars.current(id).version()).isEqualTo(1);
            var then = node(JULY).current(id);
            assertThat(then.version()).as(id).isEqualTo(2);
            assertThat(then.source()).as("who laid the days down").isEqualTo("notice 7");
            assertThat(then.effectiveFrom()).isEqualTo(JULY);
            assertThat(then.calendar().definition().name(LocalDate.of(2025, 6, 10)))
                    .isEqualTo("company day");
            assertThat(then.calendar().definition().windows(LocalDate.of(2025, 6, 11)))
                    .as("its own hours")
                    .isEqualTo(Windows.parse("10:00-19:00"));
        }
    }

    @Test
    void aVersionLaidDownForLaterStandsOnWhatHoldsThen() {
        publish("BRANCH", 0, CalendarLayer.on("STANDARD"), "branch", NOW);
        publish("BRANCH", 1, CalendarLayer.on("STANDARD").withWeekly(LATE.weekly()), "summer hours", JULY);
        publish("STANDARD", 1, CalendarLayer.on("ALWAYS"), "around the clock", NOW);
        assertThat(node(NOW).byId("BRANCH").definition().windows(LocalDate.of(2025, 6, 7)))
                .isEqualTo(Windows.parse("00:00-24:00"));
        var summer = node(JULY).byId("BRANCH").definition();
        assertThat(summer.weekly()).isEqualTo(LATE.weekly());
        assertThat(summer.holidays())
                .as("of China, on which it no longer stands")
                .isEmpty();
    }

    @Test
    void aCorrectionHoldsFromThePastOnAlsoAgainstWhatCameIntoForceSince() {
        publish("BRANCH", 0, CalendarLayer.on("STANDARD"), "branch", NOW);
        publish("BRANCH", 1, CalendarLayer.on("STANDARD").withWeekly(LATE.weekly()), "a mistake", NOW.minusSeconds(60));
        publish("BRANCH", 2, CalendarLayer.on("STANDARD"), "corrected", NOW.minusSeconds(7_200));
        assertThat(node(NOW).current("BRANCH").version()).isEqualTo(3);
    }

    @Test
    void calendarsMayChangeWhichStandsOnWhich() {
        publish("ONE", 0, CalendarLayer.on("STANDARD"), "one", NOW);
        publish("TWO", 0, CalendarLayer.on("ONE"), "two", NOW);
        publish("TWO", 1, CalendarLayer.on("STANDARD"), "two stands alone", NOW);
        publish("ONE", 1, CalendarLayer.on("TWO"), "one on two", NOW);
        publish("TWO", 2, CalendarLayer.on("STANDARD").withWeekly(LATE.weekly()), "late", NOW);
        assertThat(node(NOW).byId("ONE").definition().weekly()).isEqualTo(LATE.weekly());
    }

    @Test
    void aDayOfTheBranchIsWhatTheBranchSays() {
        var nationalDay = LocalDate.of(2025, 10, 1);
        var makeUp = LocalDate.of(2025, 9, 28);
        var branch = new CalendarLayer(
                "STANDARD",
                null,
                null,
                Map.of(makeUp, "we do not"),
                Map.of(nationalDay, new CalendarDefinition.MakeUp(java.time.DayOfWeek.WEDNESDAY, "we do")),
                List.of(),
                Set.of(),
                null);
        publish("BRANCH", 0, branch, "branch", NOW);
        var definition = calendars.byId("BRANCH").definition();
        assertThat(definition.kind(nationalDay)).isEqualTo(CalendarDefinition.DayKind.MAKE_UP);
        assertThat(definition.kind(makeUp)).isEqualTo(CalendarDefinition.DayKind.HOLIDAY);
        assertThat(definition.kind(LocalDate.of(2025, 10, 2))).isEqualTo(CalendarDefinition.DayKind.HOLIDAY);
    }

    @Test
    void calendarsThatStandOnOneAnotherOrOnNothingAreRefused() {
        publish("BRANCH", 0, CalendarLayer.on("STANDARD"), "branch", NOW);
        assertThatThrownBy(() -> publish("STANDARD", 1, CalendarLayer.on("BRANCH"), "loop", NOW))
                .hasMessageContaining("calendar-loop");
        assertThatThrownBy(() -> publish("OTHER", 0, CalendarLayer.on("NONE"), "nothing", NOW))
                .hasMessageContaining("calendar-base");
        var without = new CalendarLayer(null, SHANGHAI, Map.of(), Map.of(), Map.of(), List.of(), Set.of(), null);
        assertThatThrownBy(() -> publish("OTHER", 0, without, "no week", NOW)).hasMessageContaining("calendar-week");
        assertThat(node(NOW).all()).extracting(CalendarVersion::id).doesNotContain("OTHER");
    }

    @Test
    void whoAsksForNoCalendarIsTold() {
        assertThatThrownBy(() -> calendars.byId("NONE")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> calendars.byId("STANDARD", 9)).isInstanceOf(NotFound.class);
    }
}
