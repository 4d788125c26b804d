package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.ConductRules;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct.CreatePerson;
import io.hengwei.platform.identity.IdentityAct.CreateUnit;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.identity.Unit;
import io.hengwei.platform.identity.UnitAdministration;
import io.hengwei.platform.identity.UnitTrees;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The first start: three different persons become system, security and audit administrator. There is no default
/// account and no default password; whoever can read the server's log or its data folder has the code.
@Service
class Setup {
    enum Kind {
        SYSTEM,
        SECURITY,
        AUDIT
    }

    private static final Map<Kind, String> ROLES = Map.of(
            Kind.SYSTEM,
            Roles.SYSTEM_ADMINISTRATOR,
            Kind.SECURITY,
            Roles.SECURITY_ADMINISTRATOR,
            Kind.AUDIT,
            Roles.AUDIT_ADMINISTRATOR);

    record Administrator(
            @NotNull Kind kind,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{1,63}")
            String username,

            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return kind + " " + username;
        }
    }

    /// @param organisation name of the root unit, 总部 when absent
    record FirstStart(
            @NotBlank @Size(max = 100) String code,
            @NotNull @Size(min = 3, max = 3) List<@Valid Administrator> administrators,
            @Nullable @Size(max = 100) String organisation) {}

    private final SetupCode code;
    private final UnitAdministration units;
    private final UnitTrees trees;
    private final PersonAdministration people;
    private final GrantAdministration grants;
    private final ConductRules conduct;
    private final TransactionTemplate transactions;
    private final JdbcClient db;

    Setup(
            SetupCode code,
            UnitAdministration units,
            UnitTrees trees,
            PersonAdministration people,
            GrantAdministration grants,
            ConductRules conduct,
            TransactionTemplate transactions,
            JdbcClient db) {
        this.code = code;
        this.units = units;
        this.trees = trees;
        this.people = people;
        this.grants = grants;
        this.conduct = conduct;
        this.transactions = transactions;
        this.db = db;
    }

    boolean isNeeded() {
        return db.sql("select not exists (select from identity.role_grant where administration <> 'NONE')")
                .query(Boolean.class)
                .single();
    }

    void perform(FirstStart start) {
        if (!isNeeded()) throw new Refused("setup-done");
        if (!code.isRight(start.code())) throw Refused.invalid("setup-code").at("code");
        requireThree(start.administrators());
        Scope.asSystem(() -> transactions.execute(ignored -> {
            db.sql("lock table identity.setup_code in exclusive mode").update();
            if (!isNeeded()) throw new Refused("setup-done");
            var root = root(start.organisation());
            for (int i = 0; i < start.administrators().size(); i++)
                appoint(start.administrators().get(i), root, "administrators[" + i + "].");
            conduct.publishShipped();
            code.forget();
            return true;
        }));
    }

    private static void requireThree(List<Administrator> administrators) {
        var kinds = administrators.stream().map(Administrator::kind).collect(Collectors.toSet());
        var usernames = administrators.stream()
                .map(a -> a.username().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var names = administrators.stream().map(a -> a.name().strip()).collect(Collectors.toSet());
        if (kinds.size() != 3 || usernames.size() != 3 || names.size() != 3) throw Refused.invalid("setup-three");
    }

    private UnitId root(@Nullable String organisation) {
        var existing = trees.current().root();
        if (existing != null) return existing.id();
        var name = organisation == null || organisation.isBlank() ? "总部" : organisation;
        return units.create(new CreateUnit(name, Unit.Kind.HEADQUARTERS, null));
    }

    private void appoint(Administrator who, UnitId root, String place) {
        try {
            var person =
                    people.create(new CreatePerson(who.username(), who.name(), null, null, root, null), who.password());
            grants.grant(person, new Grant(String.valueOf(ROLES.get(who.kind())), root, null, null));
        } catch (Refused e) {
            throw e.field() == null ? e : e.at(place + e.field());
        }
    }
}
