package io.hengwei.platform.identity.organisation;

import io.hengwei.platform.identity.IdentityAct.ChangeUnit;
import io.hengwei.platform.identity.IdentityAct.CreateUnit;
import io.hengwei.platform.identity.Unit;
import io.hengwei.platform.identity.UnitAdministration;
import io.hengwei.platform.identity.UnitTrees;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The tree of units; open to everyone who is signed in.
@RestController
class UnitController {
    /// @param path the names from the root down to the unit
    record UnitView(UnitId id, @Nullable UnitId parent, String name, Unit.Kind kind, boolean active, String path) {}

    record NewUnit(UnitId id) {}

    private final UnitTrees trees;
    private final UnitAdministration units;

    UnitController(UnitTrees trees, UnitAdministration units) {
        this.trees = trees;
        this.units = units;
    }

    @GetMapping("/api/units")
    List<UnitView> units() {
        var tree = trees.current();
        return tree.all().stream()
                .map(u -> new UnitView(u.id(), u.parent(), u.name(), u.kind(), u.active(), tree.path(u.id())))
                .toList();
    }

    @PostMapping("/api/units")
    @ResponseStatus(HttpStatus.CREATED)
    NewUnit create(@RequestBody @Valid CreateUnit unit) {
        return new NewUnit(units.create(unit));
    }

    @PutMapping("/api/units/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UnitId id, @RequestBody @Valid ChangeUnit change) {
        units.change(id, change);
    }
}
