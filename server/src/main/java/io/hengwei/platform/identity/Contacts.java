package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How to reach somebody, for the work that is done for that person.
@Service
public class Contacts {
    public record Contact(
            UserId id,
            String name,
            UnitId unitId,
            String unit,
            @Nullable String phone,
            @Nullable String email) {}

    private final PersonalFields personal;
    private final JdbcClient db;

    Contacts(PersonalFields personal, JdbcClient db) {
        this.personal = personal;
        this.db = db;
    }

    /// People of whom name, phone or account reads like this, as far as the asking person may see them. A number finds
    /// its owner only for those who may see it.
    @Transactional
    public List<Contact> matching(String typed, int limit) {
        var found = found(typed, limit);
        var view = personal.over(found.stream().map(Contact::id).toList());
        var me = Scope.current().me();
        var whole = found.stream()
                .filter(c -> !c.id().equals(me) && view.whole(c.id(), c.unitId()))
                .toList();
        personal.listed(
                view,
                "contacts",
                typed,
                whole.size(),
                whole.stream().anyMatch(c -> c.phone() != null),
                whole.stream().anyMatch(c -> c.email() != null));
        return found.stream()
                .map(c -> new Contact(
                        c.id(),
                        c.name(),
                        c.unitId(),
                        c.unit(),
                        view.phone(c.id(), c.unitId(), c.phone()),
                        view.email(c.id(), c.unitId(), c.email())))
                .toList();
    }

    private List<Contact> found(String typed, int limit) {
        var reach = personal.reach();
        return db.sql("""
            select p.id, p.name, u.id as unit_id, u.name as unit, d.phone, d.email
            from identity.person_card p join identity.person d on d.id = p.id join identity.unit_card u on u.id = p.unit
            where p.active and (p.name like :inside or d.username like :start or d.phone like :start and (:everywhere or p.unit = any(:whole)))
            order by p.name, p.id limit :limit""")
                .param("inside", "%" + Like.beginning(typed))
                .param("start", Like.beginning(typed))
                .param("everywhere", reach.everywhere())
                .param("whole", reach.units().stream().map(UnitId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(Rows.of(Contact.class))
                .list();
    }
}
