package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.shared.Refused;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Notices of public holidays as people get them.
class NoticeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void aYearOfHolidayCnIsRead() {
        var notice = Notice.read("""
                {"$schema": "x", "year": 2027, "papers": ["https://example.com/notice"],
                 "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                          {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}""", TODAY);
        assertThat(notice.years()).containsExactly(2027);
        assertThat(notice.holidays()).containsExactly(java.util.Map.entry(LocalDate.of(2027, 1, 1), "元旦"));
        assertThat(notice.makeUpDays()).containsOnlyKeys(LocalDate.of(2027, 1, 3));
        assertThat(notice.papers()).containsExactly("https://example.com/notice");
    }

    @Test
    void whatAProgramOnWindowsWritesBeforeATextIsNoPartOfIt() {
        assertThat(Notice.read(
                                "\uFEFF{\"year\": 2027, \"days\": [{\"name\": \"元旦\", \"date\": \"2027-01-01\", \"isOffDay\": true}]}",
                                TODAY)
                        .years())
                .containsExactly(2027);
    }

    @Test
    void aHolidayThatReachesIntoTheNextYearAnnouncesItNot() {
        var event = """
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:20261101T000000Z
                DTSTART;VALUE=DATE:%s
                DTEND;VALUE=DATE:%s
                SUMMARY:holiday
                END:VEVENT
                """;
        var notice = Notice.read(
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//T//T//CN\n"
                        + event.formatted("1", "20261001", "20261004")
                        + event.formatted("2", "20261231", "20270104")
                        + "END:VCALENDAR\n",
                TODAY);
        assertThat(notice.years()).containsExactly(2026);
        assertThat(notice.holidays()).containsKey(LocalDate.of(2027, 1, 2));
    }

    @Test
    void aYearThatIsNotAnnouncedSpeaksForNothing() {
        assertThat(Notice.read("{\"year\": 2028, \"papers\": [], \"days\": []}", TODAY)
                        .years())
                .isEmpty();
    }

    @Test
    void whatACalendarProgramExportsIsRead() {
        var notice = Notice.read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Test//Test//CN
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20261101T000000Z
                DTSTART;VALUE=DATE:20270501
                DTEND;VALUE=DATE:20270504
                SUMMARY:劳动节（休）
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTAMP:20261101T000000Z
                DTSTART;VALUE=DATE:20270508
                SUMMARY:劳动节补班
                END:VEVENT
                BEGIN:VEVENT
                UID:3
                DTSTAMP:20261101T000000Z
                DTSTART:20270510T010000Z
                DTEND:20270510T020000Z
                SUMMARY:a meeting
                END:VEVENT
                BEGIN:VEVENT
                UID:4
                DTSTAMP:20261101T000000Z
                DTSTART;VALUE=DATE:20100101
                RRULE:FREQ=YEARLY
                SUMMARY:New Year
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"), TODAY);
        assertThat(notice.holidays())
                .containsKeys(
                        LocalDate.of(2027, 5, 1),
                        LocalDate.of(2027, 5, 2),
                        LocalDate.of(2027, 5, 3),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2026, 1, 1))
                .doesNotContainKeys(LocalDate.of(2027, 5, 4), LocalDate.of(2027, 5, 10), LocalDate.of(2010, 1, 1));
        assertThat(notice.makeUpDays()).containsOnlyKeys(LocalDate.of(2027, 5, 8));
        assertThat(notice.years()).as("one day alone announces no year").containsExactly(2027);
    }

    @Test
    void whatHappensEveryDayOrBeganCenturiesAgoIsNoHoliday() {
        var notice = Notice.read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Test//Test//CN
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:19000101
                RRULE:FREQ=DAILY
                SUMMARY:every day
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTART;VALUE=DATE:00010101
                DTEND;VALUE=DATE:20270101
                SUMMARY:an age
                END:VEVENT
                BEGIN:VEVENT
                UID:3
                DTSTART;VALUE=DATE:20270101
                DTEND;VALUE=DATE:20270103
                SUMMARY:元旦
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"), TODAY);
        assertThat(notice.holidays()).containsOnlyKeys(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{}",
                "[1]",
                "{\"year\": 2027, \"days\": [{\"name\": \"x\", \"date\": \"tomorrow\"}]}",
                "{\"year\": 2027, \"days\": [{\"name\": null, \"date\": \"2027-01-01\", \"isOffDay\": true}]}",
                "{\"year\": 2147483647, \"days\": [{\"name\": \"x\", \"date\": \"2027-01-01\", \"isOffDay\": true}]}",
                "{\"year\": 2027, \"days\": [{\"name\": \"x\", \"date\": \"+999999999-12-31\", \"isOffDay\": true}]}",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
            })
    void whatIsNoNoticeIsRefused(String content) {
        assertThatThrownBy(() -> Notice.read(content, TODAY)).isInstanceOf(Refused.class);
    }
}
