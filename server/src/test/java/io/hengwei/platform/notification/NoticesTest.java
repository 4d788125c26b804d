package io.hengwei.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HengweiTest
class NoticesTest {
    @Autowired
    ApplicationContext context;

    Audience audience;

    @BeforeEach
    void aDispatchedRecord() {
        audience = new Audience(context);
    }

    @Test
    void aCommentIsHeardByTheOtherSideAndReadOnce() {
        SomeCompany.as(audience.engineer, audience.branch, Set.of(audience.group), () -> {
            audience.annotations.comment(audience.record, new Annotations.Comment("请重启打印机"));
            return true;
        });
        await().untilAsserted(
                        () -> assertThat(audience.unread(audience.requester)).isEqualTo(1));
        var mine = SomeCompany.as(audience.requester, audience.branch, () -> audience.queries.mine(true, Page.FIRST))
                .rows();
        assertThat(mine).singleElement().satisfies(notice -> {
            assertThat(notice.text().key()).isEqualTo("commented");
            assertThat(notice.text().params()).containsEntry("by", "工程师").containsEntry("text", "请重启打印机");
            assertThat(notice.record().id()).isEqualTo(audience.record);
        });
        assertThat(audience.unread(audience.engineer)).isZero();
        SomeCompany.as(audience.engineer, audience.branch, () -> {
            audience.queries.markRead(List.of(mine.getFirst().id()));
            return true;
        });
        assertThat(audience.unread(audience.requester))
                .as("nobody reads for another")
                .isEqualTo(1);
        SomeCompany.as(audience.requester, audience.branch, () -> {
            audience.queries.markRead(null);
            return true;
        });
        assertThat(audience.unread(audience.requester)).isZero();
        assertThat(audience.log())
                .extracting(s -> s.to().name() + " " + s.channel() + " " + s.state() + " " + s.reason())
                .containsExactlyInAnyOrder(
                        "申报人 IN_APP SENT null", "申报人 EMAIL NOT_SENT MAIL_NOT_CONFIGURED", "工程师 IN_APP NOT_SENT ACTOR");
    }

    @Test
    void aNarrowedTokenHearsOnlyOfKindsItMayRead() {
        audience.consume(audience.line("ClockBreached", Map.of("clock", "RESTORE")));
        for (var permission : List.of("incident:read", "work-order:read", "system:read"))
            assertThat(heard(permission)).as(permission).isEqualTo(permission.equals("incident:read") ? 1 : 0);
    }

    private int heard(String permission) {
        return SomeCompany.as(audience.engineer, audience.branch, Set.of(audience.group), () -> {
            var narrowed = Scope.current().narrowedTo(Set.of(permission));
            return Scope.as(narrowed, () -> {
                var mine = audience.queries.mine(true, Page.FIRST).rows().size();
                assertThat(audience.controller.unread().count()).isEqualTo(mine);
                return mine;
            });
        });
    }

    @Test
    void aReplayTellsNobodyTwice() {
        var line = audience.line("ClockBreached", Map.of("clock", "RESTORE"));
        for (int i = 0; i < 3; i++) audience.consume(line);
        assertThat(audience.unread(audience.engineer)).isEqualTo(1);
        assertThat(audience.log()).hasSize(2);
    }

    @Test
    void oldHistoryWakesNobody() {
        var line = audience.line("Comment", Map.of("text", "x"));
        audience.consume(new JournalLine(
                2,
                Ids.next(),
                line.subject(),
                line.kind(),
                1,
                audience.branch,
                "Comment",
                1,
                line.body(),
                null,
                null,
                null,
                null,
                audience.colleague,
                Instant.EPOCH,
                audience.clock.instant()));
        assertThat(audience.log()).isEmpty();
    }

    @Test
    void aWatcherWhoMayNoLongerSeeItIsNotTold() {
        var stranger = audience.company.person(audience.company.branch(), "调走的人");
        audience.company.make(
                "insert into record.watcher (record, person, since) values (?, ?, now())",
                audience.record.value(),
                stranger.value());
        audience.consume(audience.line("Comment", Map.of("text", "机密")));
        assertThat(audience.log())
                .anySatisfy(sent -> assertThat(sent)
                        .extracting("to.name", "state", "reason")
                        .containsExactly("调走的人", "NOT_SENT", "NO_PERMISSION"));
        assertThat(audience.unread(stranger)).isZero();
    }

    @Test
    void theSendLogIsNotForTheRequester() {
        assertThatThrownBy(() -> SomeCompany.as(
                        audience.requester, audience.branch, () -> audience.controller.log(audience.record)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void anotherNodeHearsTheNews() {
        var heard = new CopyOnWriteArrayList<LiveHub.News>();
        try (var other = new LiveWire(audience.access, audience.json)) {
            await().untilAsserted(() -> {
                other.beat(heard::add);
                audience.wire.send(new LiveHub.News(Set.of(audience.record), Set.of(audience.requester)));
                assertThat(heard).anySatisfy(news -> assertThat(news.people()).contains(audience.requester));
            });
        }
    }
}
