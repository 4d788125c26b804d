package io.hengwei.platform.notification;

import io.hengwei.SomeCompany;
import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.identity.Addresses;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// A dispatched record, and those who are told of it.
class Audience {
    final Notices notices;
    final NoticeQueries queries;
    final NoticeController controller;
    final MailQueue queue;
    final Mailer mailer;
    final Letters letters;
    final LiveWire wire;
    final Annotations annotations;
    final RecordCards cards;
    final Directory directory;
    final Addresses addresses;
    final Settings settings;
    final QuietHours quiet;
    final DatabaseAccess access;
    final JdbcClient db;
    final JdbcTemplate template;
    final TransactionTemplate transactions;
    final Clock clock;
    final JsonMapper json;
    final SomeCompany company;
    final UnitId branch;
    final UserId requester;
    final UserId engineer;
    final UserId colleague;
    final GroupId group;
    final RecordId record;

    Audience(ApplicationContext context) {
        notices = context.getBean(Notices.class);
        queries = context.getBean(NoticeQueries.class);
        controller = context.getBean(NoticeController.class);
        queue = context.getBean(MailQueue.class);
        mailer = context.getBean(Mailer.class);
        letters = context.getBean(Letters.class);
        wire = context.getBean(LiveWire.class);
        annotations = context.getBean(Annotations.class);
        cards = context.getBean(RecordCards.class);
        directory = context.getBean(Directory.class);
        addresses = context.getBean(Addresses.class);
        settings = context.getBean(Settings.class);
        quiet = context.getBean(QuietHours.class);
        access = context.getBean(DatabaseAccess.class);
        db = context.getBean(JdbcClient.class);
        template = context.getBean(JdbcTemplate.class);
        transactions = context.getBean(TransactionTemplate.class);
        clock = context.getBean(Clock.class);
        json = context.getBean(JsonMapper.class);
        company = new SomeCompany(db, transactions);
        branch = company.branch();
        requester = company.person(branch, "申报人", "requester@example.org", "zh-CN");
        engineer = company.person(branch, "工程师", "engineer@example.org", "en-US");
        colleague = company.person(branch, "同事");
        group = company.group(branch, engineer, colleague);
        record = company.card("打印机\r\nBcc: 无法连接", branch, requester, group, engineer);
    }

    JournalLine line(String command, Map<String, String> body) {
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

    void consume(JournalLine line) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> notices.consume(List.of(line))));
    }

    int unread(UserId person) {
        return SomeCompany.as(
                        person, branch, person.equals(engineer) ? Set.of(group) : Set.of(), () -> controller.unread())
                .count();
    }

    List<NoticeQueries.Sent> log() {
        return SomeCompany.as(engineer, branch, Set.of(group), () -> queries.log(record));
    }
}
