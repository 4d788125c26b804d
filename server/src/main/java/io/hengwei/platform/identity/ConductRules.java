package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.PublishConduct;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rules of conduct in their versions, and who has agreed to which. What was published is never changed: a new text
/// is a new version, and everybody is asked again. Where nothing was published nobody is asked.
@Service
public class ConductRules {
    /// What all versions are, as a thing.
    private static final UUID RULES = UUID.nameUUIDFromBytes("conduct".getBytes(StandardCharsets.UTF_8));

    private static final Sort NAME = Sort.text("name", "(p.name collate \"zh-Hans-CN-x-icu\")");

    public record Version(int version, String textZh, String textEn, Instant publishedAt) {}

    /// @param version the latest the person has agreed to; null for none
    /// @param current whether that is the one in force
    public record Consenter(
            UserId id,
            String name,
            UnitRef unit,
            @Nullable Integer version,
            @Nullable Instant at,
            @Nullable String address,
            boolean current) {}

    private final Operations operations;
    private final Directory directory;
    private final JdbcClient db;
    private final Clock clock;

    ConductRules(Operations operations, Directory directory, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Version> current() {
        return db.sql(
                        "select version, text_zh, text_en, published_at from identity.conduct_rules order by version desc limit 1")
                .query(Rows.of(Version.class))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Version> all() {
        Scope.current().require("conduct:publish");
        return db.sql(
                        "select version, text_zh, text_en, published_at from identity.conduct_rules order by version desc")
                .query(Rows.of(Version.class))
                .list();
    }

    /// @return the new version
    public int publish(String textZh, String textEn) {
        var version = current().map(Version::version).orElse(0) + 1;
        var act = Act.ofEverybody(
                "conduct:publish", "CONDUCT", RULES, new PublishConduct(version, textZh.strip(), textEn.strip()));
        return operations.administer(act, Integer.class, () -> {
            db.sql("""
                insert into identity.conduct_rules (version, text_zh, text_en, published_at, published_by) values (?, ?, ?, ?, ?)""")
                    .param(version)
                    .param(textZh.strip())
                    .param(textEn.strip())
                    .param(SqlValues.of(clock.instant()))
                    .param(Scope.current().me().value())
                    .update();
            return version;
        });
    }

    /// The text that comes with the product, where none was published yet.
    public void publishShipped() {
        if (current().isEmpty()) publish(shipped("zh"), shipped("en"));
    }

    private static String shipped(String language) {
        try {
            return new ClassPathResource("identity/conduct." + language + ".md")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the person has yet to agree to the version in force; accounts of outside systems agree to nothing.
    @Transactional(readOnly = true)
    public boolean isOwedBy(UserId person) {
        return db.sql("""
            select coalesce((select max(r.version) from identity.conduct_rules r), 0) > coalesce((select max(c.version) from identity.conduct_consent c
                where c.person = :person), 0) and exists (select from identity.person d where d.id = :person and d.account_class = 'PERSON')""").param("person", person.value()).query(Boolean.class).single();
    }

    /// In the person's own name, or the system's for those it founds. Agreeing once more changes nothing.
    @Transactional
    public void consent(UserId person, int version, String address) {
        var now = current().orElseThrow(() -> new NotFound(version)).version();
        if (now != version) throw new Refused("conduct-outdated", version, now);
        var fresh = db.sql(
                        "insert into identity.conduct_consent (person, version, at, address) values (?, ?, ?, ?) on conflict do nothing")
                .param(person.value())
                .param(version)
                .param(SqlValues.of(clock.instant()))
                .param(address)
                .update();
        if (fresh == 0) return;
        var act = new Act(
                "session:own",
                directory.unitOf(person),
                "PERSON",
                person.value(),
                new IdentityAct.ConsentToConduct(version, address));
        operations.inConsequence(() -> operations.administer(act, Boolean.class, () -> true));
    }

    /// Who has agreed and who has not, among active people whom one may read.
    ///
    /// @param missing only those who have not agreed to the version in force
    @Transactional(readOnly = true)
    public Slice<Consenter> consenters(@Nullable Boolean missing, io.hengwei.platform.shared.Page page) {
        return query(missing).inScope("person:read", "p.unit", "p.id").slice(db, page, "p.id", Consenter.class);
    }

    @Transactional(readOnly = true)
    public void stream(
            @Nullable Boolean missing, io.hengwei.platform.shared.Page page, int limit, Consumer<Consenter> each) {
        query(missing).inScope("person:read", "p.unit", "p.id").stream(db, page, "p.id", limit, Consenter.class, each);
    }

    private static Sql query(@Nullable Boolean missing) {
        Scope.current().require("conduct:publish");
        var owed = "coalesce(k.version, 0) < (select coalesce(max(r.version), 0) from identity.conduct_rules r)";
        return Sql.select("p.id, p.name, u.id as unit_id, u.name as unit_name, k.version, k.at, k.address, not " + owed
                        + " as current")
                .from("identity.person_card p", "join identity.person d on d.id = p.id", """
                    left join lateral (select c.version, c.at, c.address from identity.conduct_consent c where c.person = p.id
                        order by c.version desc limit 1) k on true""")
                .decoratedBy("join identity.unit_card u on u.id = p.unit")
                .when(true, "p.active and d.account_class = 'PERSON'")
                .when(Boolean.TRUE.equals(missing), owed)
                .sortedBy(NAME);
    }
}
