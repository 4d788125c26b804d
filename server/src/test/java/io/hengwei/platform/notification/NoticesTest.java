package io.hengwei.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.identity.Addresses;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@HengweiTest
class NoticesTest {
    @Autowired
    Notices notices;

    @Autowired
    NoticeQueries queries;

    @Autowired
    NoticeController controller;

    @Autowired
    MailQueue queue;

    @Autowired
    Mailer mailer;

    @Autowired
    Letters letters;

    @Autowired
    LiveWire wire;

    @Autowired
    Annotations annotations;

    @Autowired
    RecordCards cards;

    @Autowired
    Directory directory;

    @Autowired
    Addresses addresses;

    @Autowired
    Settings settings;

    @Autowired
    DatabaseAccess access;

    @Autowired
    JdbcClient db;

    @Autowired
    JdbcTemplate template;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Autowired
    JsonMapper json;

    SomeCompany company;
    UnitId branch;
    UserId requester;
    UserId engineer;
    UserId colleague;
    GroupId group;
    RecordId record;

    @BeforeEach
    void aDispatchedRecord() {
        company = new SomeCompany(db, transactions);
        branch = company.branch();
        requester = company.person(branch, "申报人", "requester@example.org", "zh-CN");
        engineer = company.person(branch, "工程师", "engineer@example.org", "en-US");
        colleague = company.person(branch, "同事");
        group = company.group(branch, engineer, colleague);
        record = company.card("打印机\r\nBcc: 无法连接", branch, requester, group, engineer);
    }

    @Test
    void aCommentIsHeardByTheOtherSideAndReadOnce() {
        SomeCompany.as(engineer, branch, Set.of(group), () -> {
            annotations.comment(record, new Annotations.Comment("请重启打印机"));
            return true;
        });
        await().untilAsserted(() -> assertThat(unread(requester)).isEqualTo(1));
        var mine = SomeCompany.as(requester, branch, () -> queries.mine(true, Page.FIRST))
                .rows();
        assertThat(mine).singleElement().satisfies(notice -> {
            assertThat(notice.text().key()).isEqualTo("commented");
            assertThat(notice.text().params()).containsEntry("by", "工程师").containsEntry("text", "请重启打印机");
            assertThat(notice.record().id()).isEqualTo(record);
        });
        assertThat(unread(engineer)).isZero();
        SomeCompany.as(engineer, branch, () -> {
            queries.markRead(List.of(mine.getFirst().id()));
            return true;
        });
        assertThat(unread(requester)).as("nobody reads for another").isEqualTo(1);
        SomeCompany.as(requester, branch, () -> {
            queries.markRead(null);
            return true;
        });
        assertThat(unread(requester)).isZero();
        assertThat(log())
                .extracting(s -> s.to().name() + " " + s.channel() + " " + s.state() + " " + s.reason())
                .containsExactlyInAnyOrder(
                        "申报人 IN_APP SENT null", "申报人 EMAIL NOT_SENT MAIL_NOT_CONFIGURED", "工程师 IN_APP NOT_SENT ACTOR");
    }

    @Test
    void aNarrowedTokenHearsOnlyOfKindsItMayRead() {
        consume(line("ClockBreached", Map.of("clock", "RESTORE")));
        for (var permission : List.of("incident:read", "work-order:read", "system:read"))
            assertThat(heard(permission)).as(permission).isEqualTo(permission.equals("incident:read") ? 1 : 0);
    }

    private int heard(String permission) {
        return SomeCompany.as(engineer, branch, Set.of(group), () -> {
            var narrowed = Scope.current().narrowedTo(Set.of(permission));
            return Scope.as(narrowed, () -> {
                var mine = queries.mine(true, Page.FIRST).rows().size();
                assertThat(controller.unread().count()).isEqualTo(mine);
                return mine;
            });
        });
    }

    @Test
    void aReplayTellsNobodyTwice() {
        var line = line("ClockBreached", Map.of("clock", "RESTORE"));
        for (int i = 0; i < 3; i++) consume(line);
        assertThat(unread(engineer)).isEqualTo(1);
        assertThat(log()).hasSize(2);
    }

    @Test
    void oldHistoryWakesNobody() {
        var line = line("Comment", Map.of("text", "x"));
        consume(new JournalLine(
                2,
                Ids.next(),
                line.subject(),
                line.kind(),
                1,
                branch,
                "Comment",
                1,
                line.body(),
                null,
                null,
                null,
                null,
                colleague,
                Instant.EPOCH,
                clock.instant()));
        assertThat(log()).isEmpty();
    }

    @Test
    void aWatcherWhoMayNoLongerSeeItIsNotTold() {
        var stranger = company.person(company.branch(), "调走的人");
        company.make(
                "insert into record.watcher (record, person, since) values (?, ?, now())",
                record.value(),
                stranger.value());
        consume(line("Comment", Map.of("text", "机密")));
        assertThat(log())
                .anySatisfy(sent -> assertThat(sent)
                        .extracting("to.name", "state", "reason")
                        .containsExactly("调走的人", "NOT_SENT", "NO_PERMISSION"));
        assertThat(unread(stranger)).isZero();
    }

    @Test
    void theSendLogIsNotForTheRequester() {
        assertThatThrownBy(() -> SomeCompany.as(requester, branch, () -> controller.log(record)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void lettersGoOutInThePersonsLanguageAndTryAgain() throws Exception {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(mail.getSmtp().getPort());
            var channels = new Channels(
                    directory,
                    addresses,
                    settings,
                    new StaticListableBeanFactory(Map.of("mail", sender)).getBeanProvider(JavaMailSender.class),
                    template,
                    json,
                    clock);
            var line = line("Comment", Map.of("text", "第一行\n第二行"));
            var helper = company.person(branch, "帮手");
            company.make(
                    "insert into identity.group_member (maintenance_group, person, since) values (?, ?, now())",
                    group.value(),
                    helper.value());
            Scope.asSystem(() -> transactions.executeWithoutResult(ignored ->
                    channels.tell(List.of(told(line, requester), told(line, engineer), told(line, helper)))));
            var unreachable = new JavaMailSenderImpl();
            unreachable.setHost("127.0.0.1");
            unreachable.setPort(1);
            mailer.sendSome(unreachable);
            assertThat(log())
                    .filteredOn(s -> s.state().equals("QUEUED"))
                    .hasSize(2)
                    .allSatisfy(s -> assertThat(s.reason()).isNotBlank());
            assertThat(mailer.sendSome(sender)).as("not before its time").isZero();
            company.make(
                    "update notification.delivery set next_at = now() - interval '1 second' where record = ? and state = 'QUEUED'",
                    record.value());
            mailer.sendSome(sender);
            assertThat(log())
                    .extracting(s -> s.to().name() + " " + s.channel() + " " + s.state())
                    .contains("申报人 EMAIL SENT", "工程师 EMAIL SENT", "帮手 EMAIL NOT_SENT");
            var received = mail.getReceivedMessages();
            assertThat(received).hasSize(2);
            assertThat(letter(received, "requester@example.org").getSubject())
                    .matches("\\[TST\\w+] 同事 在 TST\\w+ 中留言：打印机 Bcc: 无法连接");
            assertThat(letter(received, "engineer@example.org").getSubject()).contains("同事 commented on");
            assertThat(String.valueOf(letter(received, "requester@example.org").getContent()))
                    .contains("申报人：")
                    .contains("    第一行")
                    .contains("    第二行");
        } finally {
            mail.stop();
        }
    }

    @Test
    void aLetterOfProgressSaysWhichStateIsReached() throws Exception {
        var params =
                "{\"number\":\"WO0000001\",\"title\":\"打印机\",\"by\":\"同事\",\"command\":\"Accept\",\"state\":\"ACCEPTED\"}";
        var waiting = new MailQueue.Waiting(
                Ids.next(), requester, 0, "changed", params, "WORK_ORDER", Ids.next(), clock.instant());
        for (var language : List.of("zh-CN", "en-US")) {
            var letter = new JavaMailSenderImpl().createMimeMessage();
            letters.write(letter, waiting, new Addresses.Address(requester, "申报人", "requester@example.org", language));
            assertThat(letter.getSubject()).contains(language.equals("zh-CN") ? "转为“已接受”" : "is now Accepted");
        }
    }

    @Test
    void anotherNodeHearsTheNews() {
        var heard = new CopyOnWriteArrayList<LiveHub.News>();
        try (var other = new LiveWire(access, json)) {
            await().untilAsserted(() -> {
                other.beat(heard::add);
                wire.send(new LiveHub.News(Set.of(record), Set.of(requester)));
                assertThat(heard).anySatisfy(news -> assertThat(news.people()).contains(requester));
            });
        }
    }

    private Channels.Told told(JournalLine line, UserId person) {
        var card = cards.find(record).orElseThrow();
        return new Channels.Told(
                line,
                card,
                person,
                new Text(
                        Text.Key.COMMENTED,
                        Map.of(
                                "number",
                                card.number(),
                                "title",
                                card.title(),
                                "by",
                                "同事",
                                "command",
                                "Comment",
                                "text",
                                line.text("text"))));
    }

    private static MimeMessage letter(MimeMessage[] all, String to) {
        return java.util.Arrays.stream(all)
                .filter(m -> {
                    try {
                        return m.getAllRecipients()[0].toString().equals(to);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    private JournalLine line(String command, Map<String, String> body) {
        return new JournalLine(
                1,
                Ids.next(),
                record.value(),
                "INCIDENT",
                1,
                branch,
                command,
                1,
                json.valueToTree(body),
                null,
                null,
                null,
                null,
                colleague,
                clock.instant(),
                clock.instant());
    }

    private void consume(JournalLine line) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> notices.consume(List.of(line))));
    }

    private int unread(UserId person) {
        return SomeCompany.as(
                        person, branch, person.equals(engineer) ? Set.of(group) : Set.of(), () -> controller.unread())
                .count();
    }

    private List<NoticeQueries.Sent> log() {
        return SomeCompany.as(engineer, branch, Set.of(group), () -> queries.log(record));
    }
}
