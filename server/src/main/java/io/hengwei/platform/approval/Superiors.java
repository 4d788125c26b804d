package io.hengwei.platform.approval;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Who has a word over what happens in a unit: those nearest to it first, then upwards, in the end the last resort.
@Component
public class Superiors {
    private final Directory directory;
    private final Settings settings;

    Superiors(Directory directory, Settings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /// Those who hold one of the roles nearest to the unit, without whoever is out of the question.
    ///
    /// @param fewest how many there must be before nobody further up is looked for
    public Set<UserId> nearest(Collection<String> roles, UnitId from, int fewest, Set<UserId> out) {
        var found = new LinkedHashSet<UserId>();
        for (var unit : directory.tree().ancestors(from)) {
            found.addAll(without(directory.holding(roles, unit), out));
            if (found.size() >= fewest) break;
        }
        return found;
    }

    /// Who is asked where nobody else is left.
    public Set<UserId> lastResort(UnitId unit, Set<UserId> out) {
        var roles = settings.value(ApprovalSettings.LAST_RESORT, SettingScope.unit(unit.value()))
                .roles();
        return nearest(roles, unit, 1, out);
    }

    /// The person, and whoever acts for the person now: none of them decides on what is the person's own.
    public Set<UserId> own(UserId person) {
        var own = new LinkedHashSet<>(directory.delegatesOf(person));
        own.add(person);
        return own;
    }

    static Set<UserId> without(Collection<UserId> people, Set<UserId> out) {
        var left = new LinkedHashSet<>(people);
        left.removeAll(out);
        return left;
    }
}
