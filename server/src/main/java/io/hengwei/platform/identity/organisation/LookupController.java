package io.hengwei.platform.identity.organisation;

import io.hengwei.platform.identity.GroupRef;
import io.hengwei.platform.identity.PersonalFields;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finding a person or a group by name while filling in a form: for everyone who is signed in. Of a telephone number as
/// much shows as tells people of one name apart, and it finds its owner only for those who may read it whole.
@RestController
@RequestMapping("/api/lookup")
@Transactional(readOnly = true)
class LookupController {
    record PersonFound(
            UserId id, String name, String unit, @Nullable String phone) {}

    private final JdbcClient db;
    private final PersonalFields personal;

    LookupController(JdbcClient db, PersonalFields personal) {
        this.db = db;
        this.personal = personal;
    }

    @GetMapping("/people")
    List<PersonFound> people(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable UserId id,
            @RequestParam(defaultValue = "false") boolean handlers) {
        var reach = personal.reach();
        return db
                .sql("""
            select p.id, p.name, u.name as unit, d.phone from identity.person_card p join identity.unit_card u on u.id = p.unit
            left join identity.person d on d.id = p.id
            where (cast(:id as uuid) is null and p.active or p.id = :id)
                and (not :handlers or exists (select from identity.group_member m where m.person = p.id))
                and (cast(:q as text) is null or p.name ilike :q or d.username ilike :q
                    or d.phone ilike :q and (:everywhere or p.unit = any(:whole)))
            order by p.name collate "zh-Hans-CN-x-icu", p.id limit 20""")
                .param("q", Like.containing(q))
                .param("id", id == null ? null : id.value())
                .param("handlers", handlers)
                .param("everywhere", reach.everywhere())
                .param("whole", reach.units().stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Rows.of(PersonFound.class))
                .list()
                .stream()
                .map(p -> new PersonFound(p.id(), p.name(), p.unit(), personal.inPart(p.phone())))
                .toList();
    }

    @GetMapping("/groups")
    List<GroupRef> groups(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable GroupId id) {
        return db.sql("""
            select c.id, c.name, c.line from identity.group_card c
            where (cast(:id as uuid) is null or c.id = :id) and (cast(:q as text) is null or c.name ilike :q) order by c.line, c.name, c.id limit 20""")
                .param("q", Like.containing(q))
                .param("id", id == null ? null : id.value())
                .query(Rows.of(GroupRef.class))
                .list();
    }
}
