package io.hengwei.platform.audit.review;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Judges a line by what the ledger says around it. The figures are settings; the days and hours are those of the
/// organisation.
@Component
class AnomalyRules {
    private static final List<String> ADMINISTRATION = List.of("setting:change", "grant:manage", "audit:read");

    /// @param amount how much it is, where more than one line is counted
    private record Around(int times, long amount, List<UUID> lines) {}

    private final Settings settings;
    private final Directory directory;
    private final JdbcClient db;
    private final ZoneId zone;

    AnomalyRules(Settings settings, Directory directory, JdbcClient db, ZoneId zone) {
        this.settings = settings;
        this.directory = directory;
        this.db = db;
        this.zone = zone;
    }

    Optional<Anomaly> judge(JournalLine line) {
        return switch (line.command()) {
            case "SignIn" -> night(line);
            case "Export" -> exports(line);
            case "Refused" -> refusals(line);
            case "SignInFailed" -> failures(line);
            case "Revoke" -> shortGrant(line);
            default -> Optional.empty();
        };
    }

    private Optional<Anomaly> night(JournalLine line) {
        var hour = line.happenedAt().atZone(zone).getHour();
        int from = settings.value(ReviewSettings.NIGHT_FROM);
        int until = settings.value(ReviewSettings.NIGHT_UNTIL);
        var night = from > until ? hour >= from || hour < until : hour >= from && hour < until;
        if (!night || !administers(line)) return Optional.empty();
        return Optional.of(
                anomaly(Anomaly.Rule.NIGHT_SIGN_IN, line, line.actor().value(), 1, List.of(line.id()), line.id()));
    }

    private boolean administers(JournalLine line) {
        return directory
                .scopeOf(line.actor())
                .map(scope -> ADMINISTRATION.stream().anyMatch(scope::maySomewhere))
                .orElse(false);
    }

    private Optional<Anomaly> exports(JournalLine line) {
        var day = line.happenedAt().atZone(zone).toLocalDate();
        var from = day.atStartOfDay(zone).toInstant();
        var around = around(
                "actor = :who", "(body ->> 'rows')::bigint", line, line.actor().value(), from);
        if (around.times() < settings.value(ReviewSettings.EXPORTS)
                && around.amount() < settings.value(ReviewSettings.EXPORTED_ROWS)) return Optional.empty();
        var amount = (int) Math.min(around.amount(), Integer.MAX_VALUE);
        return Optional.of(anomaly(
                Anomaly.Rule.MASS_EXPORT, line, line.actor().value(), amount, around.lines(), line.actor(), day));
    }

    private Optional<Anomaly> refusals(JournalLine line) {
        return hourly(
                Anomaly.Rule.MANY_REFUSALS,
                "actor = :who",
                "(body ->> 'times')::bigint",
                line,
                line.actor().value(),
                ReviewSettings.REFUSALS);
    }

    /// The person has not signed in: the line is the system's, about that person.
    private Optional<Anomaly> failures(JournalLine line) {
        return hourly(
                Anomaly.Rule.FAILED_SIGN_INS,
                "subject = :who",
                "1",
                line,
                line.subject(),
                ReviewSettings.FAILED_SIGN_INS);
    }

    private Optional<Anomaly> hourly(
            Anomaly.Rule rule, String whose, String amount, JournalLine line, UUID who, Setting<Integer> limit) {
        var hour = line.happenedAt().truncatedTo(ChronoUnit.HOURS);
        var around = around(whose, amount, line, who, hour);
        if (around.amount() < settings.value(limit)) return Optional.empty();
        return Optional.of(anomaly(rule, line, who, (int) around.amount(), around.lines(), who, hour));
    }

    /// Lines of the same command since then, up to this one.
    private Around around(String whose, String amount, JournalLine line, UUID who, Instant since) {
        return db.sql("""
            select count(*)::int as times, coalesce(sum(%s), 0)::bigint as amount, (array_agg(id order by id))[1\\:500] as lines from record.line_card
            where %s and command = :command and happened_at >= :since and happened_at <= :at and recorded_at >= cast(:since as timestamptz) - interval '1 day'""".formatted(amount, whose))
                .param("who", who)
                .param("command", line.command())
                .param("since", SqlValues.of(since))
                .param("at", SqlValues.of(line.happenedAt()))
                .query((row, ignored) -> new Around(row.getInt(1), row.getLong(2), List.of((UUID[])
                        row.getArray(3).getArray())))
                .single();
    }

    private Optional<Anomaly> shortGrant(JournalLine line) {
        return db.sql("""
            select id from record.line_card where subject = :person and command = 'Grant' and body ->> 'role' = :role and body ->> 'unit' = :unit
                and happened_at >= :since and happened_at <= :at order by id desc limit 1""")
                .param("person", line.subject())
                .param("role", line.text("role"))
                .param("unit", line.text("unit"))
                .param("since", SqlValues.of(line.happenedAt().minus(settings.value(ReviewSettings.SHORT_GRANT))))
                .param("at", SqlValues.of(line.happenedAt()))
                .query(UUID.class)
                .optional()
                .map(grant -> anomaly(
                        Anomaly.Rule.SHORT_GRANT, line, line.subject(), 1, Arrays.asList(grant, line.id()), line.id()));
    }

    private static Anomaly anomaly(
            Anomaly.Rule rule, JournalLine line, UUID person, int times, List<UUID> lines, Object... key) {
        return new Anomaly(rule, Anomaly.key(rule, key), person, line.happenedAt(), times, lines);
    }
}
