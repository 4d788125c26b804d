package io.hengwei.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.Addresses;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Notices as letters.
@HengweiTest
class LettersTest {
    @Autowired
    ApplicationContext context;

    Audience audience;

    @BeforeEach
    void aDispatchedRecord() {
        audience = new Audience(context);
    }

    @Test
    void aLetterOfProgressSaysWhichStateIsReached() throws Exception {
        var params =
                "{\"number\":\"WO0000001\",\"title\":\"打印机\",\"by\":\"同事\",\"command\":\"Accept\",\"state\":\"ACCEPTED\"}";
        var waiting = new MailQueue.Waiting(
                Ids.next(),
                audience.requester,
                0,
                "changed",
                params,
                "WORK_ORDER",
                Ids.next(),
                audience.clock.instant());
        for (var language : List.of("zh-CN", "en-US")) {
            var letter = new JavaMailSenderImpl().createMimeMessage();
            audience.letters.write(
                    letter,
                    waiting,
                    new Addresses.Address(
                            audience.requester, "申报人", "requester@example.org", language, audience.branch));
            assertThat(letter.getSubject()).contains(language.equals("zh-CN") ? "转为“已接受”" : "is now Accepted");
        }
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
                    audience.directory,
                    audience.addresses,
                    audience.settings,
                    new StaticListableBeanFactory(Map.of("mail", sender)).getBeanProvider(JavaMailSender.class),
                    audience.template,
                    audience.json,
                    audience.quiet,
                    audience.clock);
            var line = audience.line("Comment", Map.of("text", "第一行\n第二行"));
            var helper = audience.company.person(audience.branch, "帮手");
            audience.company.make(
                    "insert into identity.group_member (maintenance_group, person, since) values (?, ?, now())",
                    audience.group.value(),
                    helper.value());
            Scope.asSystem(() -> audience.transactions.executeWithoutResult(ignored -> channels.tell(
                    List.of(told(line, audience.requester), told(line, audience.engineer), told(line, helper)))));
            var unreachable = new JavaMailSenderImpl();
            unreachable.setHost("127.0.0.1");
            unreachable.setPort(1);
            audience.mailer.sendSome(unreachable);
            assertThat(audience.log())
                    .filteredOn(s -> s.state().equals("QUEUED"))
                    .hasSize(2)
                    .allSatisfy(s -> assertThat(s.reason()).isNotBlank());
            assertThat(audience.mailer.sendSome(sender))
                    .as("not before its time")
                    .isZero();
            audience.company.make(
                    "update notification.delivery set next_at = now() - interval '1 second' where record = ? and state = 'QUEUED'",
                    audience.record.value());
            audience.mailer.sendSome(sender);
            assertThat(audience.log())
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

    private Channels.Told told(JournalLine line, UserId person) {
        var card = audience.cards.find(audience.record).orElseThrow();
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
}
