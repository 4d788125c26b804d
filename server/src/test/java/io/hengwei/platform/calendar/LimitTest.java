package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LimitTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final WorkCalendar office = new WorkCalendar(CalendarDefinition.weekdays(SHANGHAI, "09:00-18:00"));

    @ParameterizedTest
    @CsvSource({
        "PT10M, 2025-06-06T17:55, 2025-06-09T09:05",
        "PT2H, 2025-06-06T10:00, 2025-06-06T12:00",
        "P2D, 2025-06-06T10:00, 2025-06-10T10:00",
        "EOD, 2025-06-06T10:00, 2025-06-06T18:00",
        "EOD, 2025-06-07T10:00, 2025-06-09T18:00"
    })
    void aLimitHasADeadline(String limit, LocalDateTime from, LocalDateTime due) {
        assertThat(Limit.parse(limit).deadline(office, from.atZone(SHANGHAI).toInstant()))
                .isEqualTo(due.atZone(SHANGHAI).toInstant());
    }

    @Test
    void aLimitKnowsHowMuchItGrants() {
        var morning = LocalDateTime.parse("2025-06-06T10:00").atZone(SHANGHAI).toInstant();
        assertThat(Limit.parse("EOD").length(office, morning)).isEqualTo(Duration.ofHours(8));
        assertThat(Limit.parse("P2D").length(office, morning)).isEqualTo(Duration.ofHours(18));
    }

    @ParameterizedTest
    @CsvSource({"PT120M, PT2H", "PT90M, PT1H30M", "P02D, P2D", "EOD, EOD", "PT36H, PT36H"})
    void equalLimitsHaveEqualText(String written, String canonical) {
        assertThat(Limit.parse(written)).hasToString(canonical).isEqualTo(Limit.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2h", "P1DT2H", "PT0S", "PT-1H", "P0D", "P-2D", "eod", "P99999D", "PT1E9H"})
    void whatGrantsNothingIsRefused(String written) {
        assertThatThrownBy(() -> Limit.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsTravelAsText() {
        var json = new JsonMapper();
        assertThat(json.writeValueAsString(Limit.parse("PT120M"))).isEqualTo("\"PT2H\"");
        assertThat(json.readValue("\"EOD\"", Limit.class)).isEqualTo(new Limit.EndOfDay());
    }
}
