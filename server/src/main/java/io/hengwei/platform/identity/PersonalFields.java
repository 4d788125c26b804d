package io.hengwei.platform.identity;

import io.hengwei.platform.identity.RightsAct.ReadPersonal;
import io.hengwei.platform.identity.RightsAct.ReadPersonalList;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Telephone numbers and addresses of people (SYS-29): whole for those who have the right to them, for the person, and
/// for whoever handles an open record of that person; for all others in part. Whoever sees them whole leaves a line.
@Component
public class PersonalFields {
    private static final String READ = "person:read-personal";
    private static final String MANAGE = "person:manage";

    /// Whose fields the present reader sees whole, and which fields are hidden from others at all.
    public record View(Reach reach, Set<UserId> besides, boolean hidePhone, boolean hideEmail) {
        public boolean whole(UserId person, UnitId unit) {
            return reach.covers(unit) || besides.contains(person);
        }

        public @Nullable String phone(UserId person, UnitId unit, @Nullable String phone) {
            return phone == null || !hidePhone || whole(person, unit) ? phone : maskedPhone(phone);
        }

        public @Nullable String email(UserId person, UnitId unit, @Nullable String email) {
            return email == null || !hideEmail || whole(person, unit) ? email : maskedEmail(email);
        }
    }

    private final Operations operations;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Clock clock;

    PersonalFields(
            Operations operations, Settings settings, TransactionTemplate transactions, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.settings = settings;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    /// Where the present reader may read them. (Whoever keeps the accounts must see what he keeps.)
    public Reach reach() {
        var scope = Scope.current();
        return scope.reach(READ).and(scope.reach(MANAGE));
    }

    /// Within the transaction that read the people.
    public View over(Collection<UserId> people) {
        var reach = reach();
        var besides = new HashSet<UserId>();
        if (!reach.everywhere() && !people.isEmpty()) besides.addAll(served(people));
        besides.add(Scope.current().me());
        return new View(
                reach,
                besides,
                settings.value(IdentitySettings.HIDE_PHONE),
                settings.value(IdentitySettings.HIDE_EMAIL));
    }

    /// Those among them for whom the reader has an open record to handle.
    private List<UserId> served(Collection<UserId> people) {
        var scope = Scope.current();
        return db.sql("""
            select distinct c.requester from record.record_card c where c.requester = any(:people) and c.phase <> 'DONE'
                and (c.assignee = :me or c.assignee is null and c.assignment_group = any(:groups))""")
                .param("people", people.stream().map(UserId::value).distinct().toArray(UUID[]::new))
                .param("me", scope.me().value())
                .param("groups", scope.groups().stream().map(g -> g.value()).toArray(UUID[]::new))
                .query((row, ignored) -> new UserId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Notes that one person's fields were shown whole. Oneself is no reading.
    public void read(View view, UserId person, UnitId unit, @Nullable String phone, @Nullable String email) {
        if (person.equals(Scope.current().me()) || !view.whole(person, unit)) return;
        var fields = fields(view, phone != null, email != null);
        if (!fields.isEmpty())
            note(person.value(), new Act(READ, unit, "PERSON", person.value(), new ReadPersonal(fields)));
    }

    /// Notes that a list showed fields of so many people whole.
    public void listed(View view, String list, @Nullable String filter, int people, boolean phone, boolean email) {
        var fields = fields(view, phone, email);
        if (people == 0 || fields.isEmpty()) return;
        var subject = UUID.nameUUIDFromBytes((list + "?" + filter).getBytes(StandardCharsets.UTF_8));
        note(subject, new Act(READ, null, "PEOPLE", subject, new ReadPersonalList(list, filter, people, fields)));
    }

    /// What is hidden from nobody is not worth a line.
    private static List<String> fields(View view, boolean phone, boolean email) {
        var fields = new ArrayList<String>();
        if (phone && view.hidePhone()) fields.add("phone");
        if (email && view.hideEmail()) fields.add("email");
        return fields;
    }

    /// One line within the time that the setting names, whatever node the reader comes to.
    private void note(UUID subject, Act act) {
        if (Scope.current().trusted()) return;
        var now = clock.instant();
        transactions.executeWithoutResult(ignored -> {
            var fresh = db.sql("""
                insert into identity.personal_reading as r (reader, subject, at) values (:me, :subject, :now)
                on conflict (reader, subject) do update set at = excluded.at where r.at <= :before""")
                    .param("me", Scope.current().me().value())
                    .param("subject", subject)
                    .param("now", SqlValues.of(now))
                    .param("before", SqlValues.of(now.minus(settings.value(IdentitySettings.PERSONAL_READING))))
                    .update();
            if (fresh > 0) operations.inConsequence(() -> operations.administer(act, Boolean.class, () -> true));
        });
    }

    /// For a list in which nobody is called: it shows as much as tells two people apart.
    public @Nullable String inPart(@Nullable String phone) {
        return phone == null || !settings.value(IdentitySettings.HIDE_PHONE) ? phone : maskedPhone(phone);
    }

    /// `138****1234`: enough to recognise, too little to call.
    static String maskedPhone(String phone) {
        if (phone.length() < 7) return "*".repeat(phone.length());
        var shown = phone.length() >= 11 ? 3 : 1;
        var tail = phone.length() >= 11 ? 4 : 2;
        return phone.substring(0, shown)
                + "*".repeat(phone.length() - shown - tail)
                + phone.substring(phone.length() - tail);
    }

    /// `z***@bank.example`.
    static String maskedEmail(String email) {
        var at = email.lastIndexOf('@');
        return at <= 0 ? "***" : email.substring(0, 1) + "***" + email.substring(at);
    }
}
