package io.hengwei.platform.identity;

import io.hengwei.platform.identity.RightsAct.ShipRoles;
import io.hengwei.platform.identity.ShippedRoles.Shipped;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the shipped roles up to date when the program starts. What an administrator renamed or recombined stays as it
/// is; the rest follows the product. An upgrade that changes rights leaves its line in the journal.
@Component
class RoleShipment implements SmartInitializingSingleton {
    /// Only what differs is written, so that an ordinary start changes no version.
    private static final String SHIP = """
        insert into identity.role as r (code, name_zh, name_en, section, duties_zh, duties_en, clause, patterns, administration, place, shipped, fixed)
        values (:code, :nameZh, :nameEn, :section, :dutiesZh, :dutiesEn, :clause, :patterns, :administration, :place, true, :fixed)
        on conflict (code) do update set
            name_zh = case when r.words_changed then r.name_zh else excluded.name_zh end,
            name_en = case when r.words_changed then r.name_en else excluded.name_en end,
            duties_zh = case when r.words_changed then r.duties_zh else excluded.duties_zh end,
            duties_en = case when r.words_changed then r.duties_en else excluded.duties_en end,
            patterns = case when r.patterns_changed then r.patterns else excluded.patterns end,
            section = excluded.section, clause = excluded.clause, place = excluded.place, fixed = excluded.fixed, version = r.version + 1
        where (r.section, r.clause, r.place, r.fixed) is distinct from (excluded.section, excluded.clause, excluded.place, excluded.fixed)
            or not r.patterns_changed and r.patterns <> excluded.patterns
            or not r.words_changed and (r.name_zh, r.name_en, r.duties_zh, r.duties_en)
                is distinct from (excluded.name_zh, excluded.name_en, excluded.duties_zh, excluded.duties_en)""";

    private record Kept(String code, List<String> patterns) {}

    private final ShippedRoles shipped;
    private final Operations operations;
    private final TransactionTemplate transactions;
    private final JdbcClient db;

    RoleShipment(ShippedRoles shipped, Operations operations, TransactionTemplate transactions, JdbcClient db) {
        this.shipped = shipped;
        this.operations = operations;
        this.transactions = transactions;
        this.db = db;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> ship()));
    }

    /// Nodes that start together do it one after the other.
    private void ship() {
        db.sql("select version from identity.role_book for update")
                .query(Long.class)
                .single();
        var before = db.sql("select code, patterns from identity.role where shipped and section is not null")
                .query(Rows.of(Kept.class))
                .list();
        int place = 0;
        var changed = 0;
        for (var role : shipped.all()) changed += ship(role, ++place);
        if (changed == 0 || before.isEmpty()) return;
        var after = db.sql("select code, patterns from identity.role where shipped and section is not null")
                .query(Rows.of(Kept.class))
                .list();
        var recombined = after.stream()
                .filter(role -> !before.contains(role))
                .map(Kept::code)
                .sorted()
                .toList();
        if (!recombined.isEmpty()) tell(new ShipRoles(recombined));
    }

    private int ship(Shipped role, int place) {
        return db.sql(SHIP)
                .param("code", role.code())
                .param("nameZh", role.nameZh())
                .param("nameEn", role.nameEn())
                .param("section", role.section())
                .param("dutiesZh", role.dutiesZh())
                .param("dutiesEn", role.dutiesEn())
                .param("clause", role.clause())
                .param("patterns", role.patterns().toArray(String[]::new))
                .param("administration", role.administration().name())
                .param("place", place)
                .param("fixed", role.fixed())
                .update();
    }

    private void tell(ShipRoles shipment) {
        var act = Act.ofEverybody(RoleAdministration.PERMISSION, RoleAdministration.KIND, subject("shipped"), shipment);
        operations.administer(act, Boolean.class, () -> true);
    }

    /// The id under which the journal knows a role.
    static UUID subject(String code) {
        return UUID.nameUUIDFromBytes(("role:" + code).getBytes(StandardCharsets.UTF_8));
    }
}
