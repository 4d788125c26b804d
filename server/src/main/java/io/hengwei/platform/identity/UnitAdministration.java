package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.CreateUnit;
import io.hengwei.platform.identity.IdentityAct.RenameUnit;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UnitId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The tree of units.
@Service
public class UnitAdministration {
    private static final String KIND = "UNIT";

    private final Operations operations;
    private final UnitTrees trees;
    private final JdbcClient db;

    UnitAdministration(Operations operations, UnitTrees trees, JdbcClient db) {
        this.operations = operations;
        this.trees = trees;
        this.db = db;
    }

    public UnitId create(CreateUnit unit) {
        var id = new UnitId(Ids.next());
        var act = new Act("unit:manage", unit.parent(), KIND, id.value(), unit);
        return operations.administer(act, UnitId.class, () -> {
            if ((unit.parent() == null) != (unit.kind() == Unit.Kind.HEADQUARTERS))
                throw Refused.invalid("headquarters-is-the-root");
            if (unit.parent() != null && trees.current().find(unit.parent()) == null)
                throw Refused.invalid("unknown-unit", unit.parent());
            insert(id, unit);
            return id;
        });
    }

    private void insert(UnitId id, CreateUnit unit) {
        try {
            db.sql("insert into identity.unit_card (id, name, kind, parent) values (?, ?, ?, ?)")
                    .param(id.value())
                    .param(unit.name().strip())
                    .param(unit.kind().name())
                    .param(unit.parent() == null ? null : unit.parent().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused(unit.parent() == null ? "one-root" : "name-taken", unit.name());
        }
    }

    public UnitId rename(UnitId id, RenameUnit rename) {
        return operations.administer(new Act("unit:manage", id, KIND, id.value(), rename), UnitId.class, () -> {
            try {
                var changed = db.sql("update identity.unit_card set name = ?, version = version + 1 where id = ?")
                        .param(rename.name().strip())
                        .param(id.value())
                        .update();
                if (changed == 0) throw new NotFound(id);
                return id;
            } catch (DuplicateKeyException e) {
                throw new Refused("name-taken", rename.name());
            }
        });
    }
}
