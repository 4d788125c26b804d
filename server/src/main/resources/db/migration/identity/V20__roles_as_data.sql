-- Roles are data: what the product ships, and what the security administrator adds. A role belongs to one of the three administrations or
-- to none of them, for ever: what it may carry follows from that, whatever its patterns say.
create table identity.role (
    code             text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name_zh          text    not null check (length(name_zh) between 1 and 60),
    name_en          text    not null check (length(name_en) between 1 and 60),
    section          text    check (section in ('2.1', '2.2', '2.3')),
    duties_zh        text    not null default '',
    duties_en        text    not null default '',
    clause           text    not null default '',
    patterns         text[]  not null default '{}',
    administration   text    not null default 'NONE' check (administration in ('NONE', 'SYSTEM', 'SECURITY', 'AUDIT')),
    place            int     not null default 10000,
    shipped          boolean not null default false,
    fixed            boolean not null default false,
    active           boolean not null default true,
    words_changed    boolean not null default false,
    patterns_changed boolean not null default false,
    version          bigint  not null default 1,
    unique (code, administration),
    constraint own_roles_are_told_by_their_code check (shipped <> (code like 'OWN\_%')),
    constraint what_is_fixed_stays check (not fixed or (shipped and active and not patterns_changed))
);

-- Whoever keeps the roles in memory asks for their version with every request: right on every node at once.
create table identity.role_book (
    one     boolean primary key default true check (one),
    version bigint  not null
);
insert into identity.role_book (version) values (1);
create function identity.roles_changed() returns trigger language plpgsql as $$
begin
    update identity.role_book set version = version + 1;
    return null;
end $$;
create trigger roles_changed after insert or update or delete on identity.role for each statement execute function identity.roles_changed();

-- The start of the program fills in what each is called and may do; grants that exist need their roles before.
insert into identity.role (code, name_zh, name_en, administration, shipped, fixed) values
    ('PLATFORM_ADMIN', '平台管理员', 'Platform administrator', 'SYSTEM', true, true),
    ('USER_ADMIN', '用户管理员', 'User administrator', 'SECURITY', true, true),
    ('SYS_AUDITOR', '审计员', 'Auditor of the system', 'AUDIT', true, true);
insert into identity.role (code, name_zh, name_en, shipped)
    select distinct role, role, role, true from identity.role_grant on conflict do nothing;

-- What a grant counts as comes from its role, and keeps being what its role is.
alter table identity.role_grant drop constraint administrators_apart;
alter table identity.role_grant alter column administration drop expression;
alter table identity.role_grant add constraint role_of_a_grant foreign key (role, administration) references identity.role (code, administration);

-- The lock on the role makes whoever switches it off wait, and whoever comes later see that it is off.
create function identity.grant_its_role() returns trigger language plpgsql as $$
declare
    found record;
begin
    select r.administration, r.active into found from identity.role r where r.code = new.role for share;
    if not coalesce(found.active, false) then
        raise exception 'role % is not in use', new.role using errcode = 'check_violation', constraint = 'role_in_use';
    end if;
    new.administration := found.administration;
    return new;
end $$;
create trigger grant_its_role before insert or update on identity.role_grant for each row execute function identity.grant_its_role();

-- For whom somebody stands in while that person is absent, and with which roles: null for all but those of an administration.
create table identity.delegation (
    id       uuid        primary key,
    person   uuid        not null references identity.person_card,
    delegate uuid        not null references identity.person_card,
    roles    text[]      check (cardinality(roles) > 0),
    from_at  timestamptz not null,
    until_at timestamptz not null check (until_at > from_at),
    ended_at timestamptz,
    reason   text        not null check (length(reason) between 1 and 500),
    made_by  uuid        not null,
    made_at  timestamptz not null,
    during   tstzrange   not null generated always as (case when ended_at <= from_at then 'empty'::tstzrange
        else tstzrange(from_at, least(until_at, coalesce(ended_at, until_at))) end) stored,
    constraint nobody_stands_in_for_himself check (person <> delegate)
);
create index on identity.delegation (person, from_at desc);
create index on identity.delegation (delegate, from_at desc);
alter table identity.delegation enable row level security;
create policy sight on identity.delegation for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or (select current_setting('hengwei.people', true)) = 'on'
    or (select nullif(current_setting('hengwei.me', true), '')::uuid) in (person, delegate)
    or exists (select 1 from identity.person_card c where c.id in (delegation.person, delegation.delegate) and c.unit = any ((select case
        when current_setting('hengwei.people', true) like '{%' then current_setting('hengwei.people', true)::uuid[] end)::uuid[])));
create policy birth on identity.delegation for insert with check (true);
create policy ending on identity.delegation for update using (
    (select current_setting('hengwei.all', true)) = 'on'
    or (select current_setting('hengwei.people', true)) = 'on'
    or (select nullif(current_setting('hengwei.me', true), '')::uuid) in (person, delegate)
    or exists (select 1 from identity.person_card c where c.id = delegation.person and c.unit = any ((select case
        when current_setting('hengwei.people', true) like '{%' then current_setting('hengwei.people', true)::uuid[] end)::uuid[])));
revoke delete, truncate on identity.delegation from ${runner};

-- The three administrators exclude one another, and every other role: all that one person holds at the same time, granted or by standing in
-- for somebody, is of the same kind of administration, or of none. Kept by the tables it comes from, and by nobody else.
create table identity.holding (
    source         uuid      primary key,
    person         uuid      not null,
    administration text      not null,
    during         tstzrange not null,
    constraint administrators_apart exclude using gist (person with =, administration with <>, during with &&)
);
-- Who stands in for somebody has nobody standing in for him at that time: no chain, no circle.
create table identity.delegation_side (
    delegation uuid      not null,
    person     uuid      not null,
    gives      boolean   not null,
    during     tstzrange not null,
    primary key (delegation, person),
    constraint delegations_apart exclude using gist (person with =, (gives::int) with <>, during with &&)
);
revoke insert, update, delete, truncate on identity.holding, identity.delegation_side from ${runner};

create function identity.keep_grant() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
    if tg_op <> 'INSERT' then
        delete from identity.holding where source = old.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into identity.holding (source, person, administration, during) values (new.id, new.person, new.administration, new.during);
    end if;
    return null;
end $$;
create trigger keep_grant after insert or update or delete on identity.role_grant for each row execute function identity.keep_grant();

create function identity.keep_delegation() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
    delete from identity.holding where source = new.id;
    delete from identity.delegation_side where delegation = new.id;
    insert into identity.holding (source, person, administration, during) values (new.id, new.delegate, 'NONE', new.during);
    insert into identity.delegation_side (delegation, person, gives, during)
        values (new.id, new.person, true, new.during), (new.id, new.delegate, false, new.during);
    return null;
end $$;
create trigger keep_delegation after insert or update on identity.delegation for each row execute function identity.keep_delegation();

insert into identity.holding (source, person, administration, during) select id, person, administration, during from identity.role_grant;

-- Every grant in force for somebody: the own ones, and those of whom the person stands in for. Administration is never handed on.
create view identity.held_grant as
    select g.id, g.person, g.role, g.unit, g.during, g.administration, g.granted_by, null::uuid as delegation, null::uuid as stands_in_for
    from identity.role_grant g
    union all
    select g.id, d.delegate, g.role, g.unit, g.during * d.during, g.administration, g.granted_by, d.id, d.person
    from identity.delegation d
    join identity.role_grant g on g.person = d.person and g.administration = 'NONE' and (d.roles is null or g.role = any (d.roles))
    join identity.person_card absent on absent.id = d.person and absent.active;
create view identity.stand_in as
    select d.person, d.delegate, d.during from identity.delegation d
    join identity.person_card absent on absent.id = d.person and absent.active
    join identity.person_card present on present.id = d.delegate and present.active;
revoke insert, update, delete on identity.held_grant, identity.stand_in from ${runner};

-- Whose personal fields were shown to whom, so that the journal says it once and not with every glance.
create table identity.personal_reading (
    reader  uuid        not null,
    subject uuid        not null,
    at      timestamptz not null,
    primary key (reader, subject)
);
alter table identity.personal_reading enable row level security;
create policy own on identity.personal_reading using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (reader, '00000000-0000-0000-0000-000000000001')) with check (true);

-- What cannot be seen cannot be changed either, not even without being asked for.
drop policy change on identity.person;
create policy change on identity.person for update using (
    (select current_setting('hengwei.all', true)) = 'on'
    or (select current_setting('hengwei.people', true)) = 'on'
    or id = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or exists (select 1 from identity.person_card c where c.id = person.id and c.unit = any ((select case
        when current_setting('hengwei.people', true) like '{%' then current_setting('hengwei.people', true)::uuid[] end)::uuid[]))) with check (true);
