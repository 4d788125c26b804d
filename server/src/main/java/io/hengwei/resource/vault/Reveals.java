package io.hengwei.resource.vault;

import io.hengwei.platform.approval.Voices;
import io.hengwei.platform.record.Consent;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Reading a confidential password takes two steps: a reason is given, which a gate may hold until a second person
/// consents; then the password is opened, within a limited time, by the person to whom it was revealed. What the steps
/// answer to the journal, to a consent or to a repeated request is never the password.
@Service
public class Reveals {
    /// @param until how long it can be opened
    public record Reveal(UUID id, int number, Instant until) {}

    /// @param shownFor seconds after which a page hides it
    public record Opened(String secret, int shownFor) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    private record Line(UUID id, int number, UserId person, Instant until) {}

    private final Operations operations;
    private final SecretEntries entries;
    private final Safe safe;
    private final VaultSight sight;
    private final Settings settings;
    private final Voices voices;
    private final JdbcClient db;
    private final Clock clock;

    Reveals(
            Operations operations,
            SecretEntries entries,
            Safe safe,
            VaultSight sight,
            Settings settings,
            Voices voices,
            JdbcClient db,
            Clock clock) {
        this.operations = operations;
        this.entries = entries;
        this.safe = safe;
        this.sight = sight;
        this.settings = settings;
        this.voices = voices;
        this.db = db;
        this.clock = clock;
    }

    /// @param version an earlier one; null for the present one
    public Reveal reveal(SecretEntryId id, String reason, @Nullable Integer version) {
        var entry = entries.get(id);
        var number = version == null ? entry.number() : version;
        var asked = new VaultAct.RevealSecret(entry.name(), reason.strip(), version);
        return entry.inCustody(() -> operations.administer(entry.act(VaultSight.REVEAL, asked), Reveal.class, () -> {
            sight.tell();
            if (!safe.holds(id, number)) throw new Refused("secret-destroyed");
            var now = clock.instant();
            var reveal = new Reveal(Ids.next(), number, now.plus(settings.value(VaultSettings.REVEAL_WINDOW)));
            write(id, reveal, asked.reason(), now);
            return reveal;
        }));
    }

    private void write(SecretEntryId entry, Reveal reveal, String reason, Instant now) {
        var consent = Consent.current().orElse(null);
        var word = consent == null ? null : voices.of(consent);
        db.sql("""
            insert into vault.reveal (id, entry, number, person, reason, at, until, consent, consent_number, seconds)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(reveal.id())
                .param(entry.value())
                .param(reveal.number())
                .param(Scope.current().me().value())
                .param(reason)
                .param(SqlValues.of(now))
                .param(SqlValues.of(reveal.until()))
                .param(consent)
                .param(word == null ? null : word.number())
                .param(word == null ? new UUID[0] : ids(word.people()))
                .update();
    }

    private static UUID[] ids(Set<UserId> people) {
        return people.stream().map(UserId::value).toArray(UUID[]::new);
    }

    /// The password, for the person to whom it was revealed, as long as that person may still read it. A repeated
    /// request is answered from memory without being asked again, so everything is asked before.
    public Opened open(SecretEntryId id, UUID reveal) {
        var entry = entries.get(id);
        if (!entry.may(Scope.current(), VaultSight.REVEAL)) throw new Forbidden(VaultSight.REVEAL);
        var line = sight.seeing(() -> mine(id, reveal));
        if (line.until().isBefore(clock.instant())) throw new Refused("reveal-over");
        var act = entry.act(VaultSight.REVEAL, new VaultAct.OpenSecret(reveal, line.number()));
        entry.inCustody(() -> operations.administer(act, Boolean.class, () -> {
            sight.tell();
            db.sql("update vault.reveal set opened_at = ? where id = ? and opened_at is null")
                    .param(SqlValues.of(clock.instant()))
                    .param(reveal)
                    .update();
            return true;
        }));
        var secret = sight.seeing(() -> safe.open(id, line.number()));
        return new Opened(secret, settings.value(VaultSettings.SHOWN_FOR));
    }

    private Line mine(SecretEntryId entry, UUID reveal) {
        return db.sql("select id, number, person, until from vault.reveal where id = ? and entry = ?")
                .param(reveal)
                .param(entry.value())
                .query(Rows.of(Line.class))
                .optional()
                .filter(line -> line.person().equals(Scope.current().me()))
                .orElseThrow(() -> new NotFound(reveal));
    }
}
