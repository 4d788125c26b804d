package io.hengwei.platform.notification;

import io.hengwei.platform.identity.Addresses;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Which way a notice goes to a person, and what the send log says of it. Written in sets; what was written before
/// stays as it is.
@Component
class Channels {
    /// Why something was not sent.
    enum Reason {
        ACTOR,
        NO_PERMISSION,
        NO_ADDRESS,
        MAIL_NOT_CONFIGURED,
        SWITCHED_OFF
    }

    /// @param person who is to be told, before it is asked whether that person may be
    record Told(JournalLine line, RecordCard card, UserId person, Text text) {}

    private static final String NOTICE = """
        insert into notification.notice (id, line, person, record, key, params, at) values (?, ?, ?, ?, ?, cast(? as jsonb), ?) on conflict do nothing""";
    private static final String DELIVERY = """
        insert into notification.delivery (id, line, person, record, channel, state, reason, next_at, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private final Directory directory;
    private final Addresses addresses;
    private final Settings settings;
    private final ObjectProvider<JavaMailSender> mail;
    private final JdbcTemplate db;
    private final JsonMapper json;
    private final QuietHours quiet;
    private final Clock clock;

    Channels(
            Directory directory,
            Addresses addresses,
            Settings settings,
            ObjectProvider<JavaMailSender> mail,
            JdbcTemplate db,
            JsonMapper json,
            QuietHours quiet,
            Clock clock) {
        this.directory = directory;
        this.addresses = addresses;
        this.settings = settings;
        this.mail = mail;
        this.db = db;
        this.json = json;
        this.quiet = quiet;
        this.clock = clock;
    }

    void tell(List<Told> all) {
        var people = addresses.of(all.stream().map(Told::person).collect(Collectors.toSet()));
        var known =
                all.stream().filter(told -> people.containsKey(told.person())).toList();
        var scopes = new HashMap<UserId, Optional<Scope>>();
        var notices = new ArrayList<Object[]>();
        var deliveries = new ArrayList<Object[]>();
        for (var told : known) {
            var never = never(told, scopes.computeIfAbsent(told.person(), directory::scopeOf));
            if (never == null) notices.add(notice(told));
            deliveries.add(delivery(told, "IN_APP", never == null ? "SENT" : "NOT_SENT", never));
            if (never == null) deliveries.add(email(told, people));
        }
        if (!notices.isEmpty()) db.batchUpdate(NOTICE, notices);
        if (!deliveries.isEmpty()) db.batchUpdate(DELIVERY, deliveries);
    }

    /// Nobody is told of his own acts, nor of what he may not see.
    private static @Nullable Reason never(Told told, Optional<Scope> scope) {
        if (told.person().equals(told.line().actor())) return Reason.ACTOR;
        var sees = scope.isPresent()
                && Scope.as(
                        scope.get(),
                        () -> told.text().key() == Text.Key.NOTED
                                ? told.card().seesNotes()
                                : told.card().isVisible());
        return sees ? null : Reason.NO_PERMISSION;
    }

    private Object[] email(Told told, Map<UserId, Addresses.Address> people) {
        var address = people.get(told.person());
        if (address == null || address.email() == null) return delivery(told, "EMAIL", "NOT_SENT", Reason.NO_ADDRESS);
        if (mail.getIfAvailable() == null) return delivery(told, "EMAIL", "NOT_SENT", Reason.MAIL_NOT_CONFIGURED);
        var wanted = settings.value(
                NotificationSettings.EMAIL, SettingScope.unit(told.card().unit().value()));
        return wanted
                ? queued(told, quiet.after(address.unit(), told.card().level(), clock.instant()))
                : delivery(told, "EMAIL", "NOT_SENT", Reason.SWITCHED_OFF);
    }

    private Object[] notice(Told told) {
        return new Object[] {
            Ids.next(),
            told.line().id(),
            told.person().value(),
            told.card().id().value(),
            told.text().key().message(),
            json.writeValueAsString(told.text().params()),
            Timestamp.from(told.line().happenedAt())
        };
    }

    private Object[] queued(Told told, Instant next) {
        return row(told, "EMAIL", "QUEUED", null, next);
    }

    private Object[] delivery(Told told, String channel, String state, @Nullable Reason reason) {
        return row(told, channel, state, reason, null);
    }

    private Object[] row(Told told, String channel, String state, @Nullable Reason reason, @Nullable Instant next) {
        return new @Nullable Object[] {
            Ids.next(),
            told.line().id(),
            told.person().value(),
            told.card().id().value(),
            channel,
            state,
            reason == null ? null : reason.name(),
            next == null ? null : Timestamp.from(next),
            Timestamp.from(clock.instant())
        };
    }
}
