package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.ChangeUnit;
import io.hengwei.platform.identity.IdentityAct.CreateUnit;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The tree of units.
@Service
public class UnitAdministration {
    private static final String PERMISSION = "unit:manage";
    private static final String KIND = "UNIT";

    private final Operations operations;
    private final UnitTrees trees;
    private final Directory directory;
    private final JdbcClient db;

    UnitAdministration(Operations operations, UnitTrees trees, Directory directory, JdbcClient db) {
        this.operations = operations;
        this.trees = trees;
        this.directory = directory;
        this.db = db;
    }

    public UnitId create(CreateUnit unit) {
        var id = new UnitId(Ids.next());
        var act = Act.making(PERMISSION, unit.parent(), KIND, id.value(), unit);
        return operations.administer(act, UnitId.class, () -> {
            if ((unit.parent() == null) != (unit.kind() == Unit.Kind.HEADQUARTERS))
                throw Refused.invalid("headquarters-is-the-root");
            if (unit.parent() != null) directory.requireUnit(unit.parent());
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
            throw new Refused(unit.parent() == null ? "one-root" : "name-taken", unit.name()).at("name");
        }
    }

    /// Renames, moves, closes or opens again, all in one. Whoever moves a unit needs the permission in both places.
    public UnitId change(UnitId id, ChangeUnit change) {
        return operations.administer(new Act(PERMISSION, id, KIND, id.value(), change), UnitId.class, () -> {
            oneAtATime();
            var tree = trees.current();
            var unit = tree.get(id);
            var parent = change.parent() == null ? unit.parent() : change.parent();
            var active = change.active() == null ? unit.active() : change.active();
            if (!Objects.equals(parent, unit.parent())) requireRoom(tree, unit, parent);
            if (unit.active() && !active) requireEmpty(tree, unit);
            if (active && parent != null && !tree.get(parent).active())
                throw Refused.invalid("unit-closed", tree.get(parent).name());
            update(id, change.name().strip(), parent, active);
            return id;
        });
    }

    /// Two moves at the same time could tie a knot.
    private void oneAtATime() {
        db.sql("select version from identity.unit_tree for update")
                .query(Long.class)
                .single();
    }

    private static void requireRoom(UnitTree tree, Unit unit, @Nullable UnitId parent) {
        if (unit.parent() == null || parent == null) throw Refused.invalid("headquarters-is-the-root");
        if (tree.find(parent) == null) throw Refused.invalid("unknown-unit", parent);
        if (tree.subtree(unit.id()).contains(parent))
            throw Refused.invalid("unit-below-itself").at("parent");
        Scope.current().require(PERMISSION, parent);
    }

    private void requireEmpty(UnitTree tree, Unit unit) {
        if (unit.parent() == null) throw Refused.invalid("headquarters-is-the-root");
        var open = tree.subtree(unit.id()).stream()
                .filter(below -> !below.equals(unit.id()) && tree.get(below).active())
                .count();
        if (open > 0) throw new Refused("unit-has-units", open);
        var people = db.sql("select count(*) from identity.person_card where unit = ? and active")
                .param(unit.id().value())
                .query(Long.class)
                .single();
        if (people > 0) throw new Refused("unit-has-people", people);
    }

    private void update(UnitId id, String name, @Nullable UnitId parent, boolean active) {
        try {
            db.sql("update identity.unit_card set name = ?, parent = ?, active = ?, version = version + 1 where id = ?")
                    .param(name)
                    .param(parent == null ? null : parent.value())
                    .param(active)
                    .param(id.value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("name-taken", name).at("name");
        }
    }
}
