package io.hengwei.platform.identity.organisation;

import io.hengwei.platform.identity.Delegations;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.PersonRef;
import io.hengwei.platform.identity.RightsAct.Delegate;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who stands in for a person, and for whom the person stands in: both pages show it.
@RestController
@RequestMapping("/api/people/{id}/delegations")
class DelegationController {
    enum State {
        COMING,
        RUNNING,
        OVER
    }

    /// @param roles null for all but those of an administration
    /// @param until when it ends or ended
    record Delegation(
            UUID id,
            PersonRef person,
            PersonRef delegate,
            @Nullable List<String> roles,
            Instant from,
            Instant until,
            State state,
            String reason,
            String madeBy) {}

    private record Row(
            UUID id,
            PersonRef person,
            PersonRef delegate,
            boolean some,
            List<String> roles,
            Instant fromAt,
            Instant until,
            String reason,
            String madeBy) {
        Delegation at(Instant now) {
            var state = !until.isAfter(now) ? State.OVER : fromAt.isAfter(now) ? State.COMING : State.RUNNING;
            return new Delegation(id, person, delegate, some ? roles : null, fromAt, until, state, reason, madeBy);
        }
    }

    record Made(UUID id) {}

    private final Delegations delegations;
    private final Directory directory;
    private final JdbcClient db;
    private final Clock clock;

    DelegationController(Delegations delegations, Directory directory, JdbcClient db, Clock clock) {
        this.delegations = delegations;
        this.directory = directory;
        this.db = db;
        this.clock = clock;
    }

    /// The latest first, those that are over for a year.
    @GetMapping
    @Transactional(readOnly = true)
    public List<Delegation> list(@PathVariable UserId id) {
        var scope = Scope.current();
        if (!id.equals(scope.me()) && !scope.may("person:read", directory.unitOf(id))) throw new NotFound(id);
        var now = clock.instant();
        return db
                .sql("""
            select d.id, p.id as person_id, p.name as person_name, pu.name as person_unit, s.id as delegate_id, s.name as delegate_name,
                su.name as delegate_unit, d.roles is not null as some, d.roles, d.from_at, least(d.until_at, coalesce(d.ended_at, d.until_at)) as until,
                d.reason, coalesce(m.name, '') as made_by
            from identity.delegation d
            join identity.person_card p on p.id = d.person join identity.unit_card pu on pu.id = p.unit
            join identity.person_card s on s.id = d.delegate join identity.unit_card su on su.id = s.unit
            left join identity.person_card m on m.id = d.made_by
            where :id in (d.person, d.delegate) and d.until_at > cast(:now as timestamptz) - interval '1 year'
            order by d.from_at desc, d.id desc limit 100""")
                .param("id", id.value())
                .param("now", SqlValues.of(now))
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(row -> row.at(now))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made delegate(@PathVariable UserId id, @RequestBody @Valid Delegate delegation) {
        return new Made(delegations.delegate(id, delegation));
    }

    @DeleteMapping("/{delegation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UserId id, @PathVariable UUID delegation) {
        delegations.end(id, delegation);
    }
}
