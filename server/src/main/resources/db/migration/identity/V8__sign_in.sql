-- Passwords expire and are not used again; what somebody else has set is changed first. A second factor, where a session comes from and
-- how fresh its proof is, and what was noticed about accounts used in two places at once.
alter table identity.password add column must_change boolean not null default false;
create table identity.password_history (
    id         bigint      generated always as identity primary key,
    person     uuid        not null references identity.person_card,
    hash       text        not null,
    changed_at timestamptz not null
);
create index on identity.password_history (person, id desc);
insert into identity.password_history (person, hash, changed_at) select person, hash, changed_at from identity.password;

-- A session that is not OPEN lets its person do one thing only: change the password, or set up the second factor.
alter table identity.credential
    add column stage     text not null default 'OPEN' check (stage in ('OPEN', 'PASSWORD', 'FACTOR')),
    add column proved_at timestamptz,
    add column address   text,
    add column agent     text;
update identity.credential set proved_at = made_at where kind = 'SESSION';

create table identity.second_factor (
    person       uuid        primary key references identity.person_card,
    sealed       bytea       not null,
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
create table identity.recovery_code (
    person  uuid        not null references identity.person_card,
    hash    bytea       not null,
    used_at timestamptz,
    primary key (person, hash)
);
create table identity.parallel_use (
    id       uuid        primary key,
    person   uuid        not null references identity.person_card,
    at       timestamptz not null,
    address  text        not null,
    agent    text,
    others   text[]      not null,
    known_at timestamptz
);
create index on identity.parallel_use (person, at desc);

-- As passwords and credentials: for their person and for the system itself.
alter table identity.password_history enable row level security;
create policy own on identity.password_history using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (person, '00000000-0000-0000-0000-000000000001')) with check (true);
alter table identity.second_factor enable row level security;
create policy own on identity.second_factor using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (person, '00000000-0000-0000-0000-000000000001')) with check (true);
alter table identity.recovery_code enable row level security;
create policy own on identity.recovery_code using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (person, '00000000-0000-0000-0000-000000000001')) with check (true);
alter table identity.parallel_use enable row level security;
create policy own on identity.parallel_use using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (person, '00000000-0000-0000-0000-000000000001')) with check (true);

drop function identity.credential_of(bytea, timestamptz);
create function identity.credential_of(presented bytea, at timestamptz)
returns table (id uuid, kind text, person uuid, permissions text[], made_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
    stage text, proved_at timestamptz)
language sql stable security definer set search_path = identity, pg_temp as $$
    select c.id, c.kind, c.person, c.permissions, c.made_at, coalesce(c.last_seen_at, c.made_at), c.expires_at, c.stage, c.proved_at
    from identity.credential c where c.secret = presented and c.revoked_at is null and (c.expires_at is null or c.expires_at > at)
$$;

drop function identity.set_password(uuid, text, timestamptz);
create function identity.set_password(whose uuid, new_hash text, at timestamptz, to_be_changed boolean) returns void
language sql security definer set search_path = identity, pg_temp as $$
    insert into identity.password (person, hash, changed_at, must_change) values (whose, new_hash, at, to_be_changed)
    on conflict (person) do update set hash = excluded.hash, changed_at = excluded.changed_at, must_change = excluded.must_change;
    insert into identity.password_history (person, hash, changed_at) values (whose, new_hash, at);
    delete from identity.password_history h where h.person = whose and h.id not in (
        select k.id from identity.password_history k where k.person = whose order by k.id desc limit 24)
$$;

-- What whoever looks after accounts sees and ends, without ever reading a secret.
create function identity.sessions_of(whose uuid, at timestamptz)
returns table (id uuid, made_at timestamptz, last_seen_at timestamptz, address text, agent text)
language sql stable security definer set search_path = identity, pg_temp as $$
    select c.id, c.made_at, coalesce(c.last_seen_at, c.made_at), c.address, c.agent from identity.credential c
    where c.person = whose and c.kind = 'SESSION' and c.revoked_at is null and c.expires_at > at
$$;
create function identity.end_session(whose uuid, which uuid, at timestamptz) returns boolean
language sql security definer set search_path = identity, pg_temp as $$
    with ended as (update identity.credential c set revoked_at = at
        where c.person = whose and c.id = which and c.kind = 'SESSION' and c.revoked_at is null returning 1)
    select exists (select from ended)
$$;
create function identity.end_other_sessions(whose uuid, kept uuid, at timestamptz) returns void
language sql security definer set search_path = identity, pg_temp as $$
    update identity.credential c set revoked_at = at
    where c.person = whose and c.id is distinct from kept and c.kind = 'SESSION' and c.revoked_at is null
$$;
create function identity.account_of(whose uuid)
returns table (changed_at timestamptz, must_change boolean, second_factor_since timestamptz)
language sql stable security definer set search_path = identity, pg_temp as $$
    select w.changed_at, coalesce(w.must_change, false), f.confirmed_at from (select whose as person) p
    left join identity.password w on w.person = p.person left join identity.second_factor f on f.person = p.person
$$;
create function identity.forget_second_factor(whose uuid) returns boolean
language sql security definer set search_path = identity, pg_temp as $$
    delete from identity.recovery_code where person = whose;
    with gone as (delete from identity.second_factor where person = whose returning 1) select exists (select from gone)
$$;
