-- Units, people, groups, grants, credentials. Cards are for everyone who is signed in; what is personal or secret has row-level security.
create extension if not exists btree_gist schema public;

create table identity.unit_card (
    id      uuid   primary key,
    name    text   not null check (length(name) between 1 and 100),
    kind    text   not null check (kind in ('HEADQUARTERS', 'BRANCH', 'DEPARTMENT')),
    parent  uuid   references identity.unit_card,
    version bigint not null default 1,
    check (id <> parent),
    unique nulls not distinct (parent, name)
);
create unique index one_root on identity.unit_card ((parent is null)) where parent is null;

-- Whoever keeps the tree in memory asks for its version with every request: right on every node at once.
create table identity.unit_tree (
    one     boolean primary key default true check (one),
    version bigint  not null
);
insert into identity.unit_tree (version) values (1);
create function identity.tree_changed() returns trigger language plpgsql as $$
begin
    update identity.unit_tree set version = version + 1;
    return null;
end $$;
create trigger tree_changed after insert or update or delete on identity.unit_card for each statement execute function identity.tree_changed();

create table identity.person_card (
    id     uuid    primary key,
    name   text    not null check (length(name) between 1 and 100),
    unit   uuid    not null references identity.unit_card,
    active boolean not null default true
);
create index on identity.person_card (unit, name, id);
create index on identity.person_card (name, id);

create table identity.person (
    id       uuid   primary key references identity.person_card,
    username text,
    phone    text,
    email    text,
    language text   check (language in ('zh-CN', 'en-US')),
    version  bigint not null default 1
);
create unique index one_username on identity.person (lower(username));
create index on identity.person (phone);

create table identity.password (
    person     uuid        primary key references identity.person_card,
    hash       text        not null,
    changed_at timestamptz not null
);

create table identity.group_card (
    id      uuid    primary key,
    name    text    not null check (length(name) between 1 and 100),
    unit    uuid    not null references identity.unit_card,
    line    int     not null check (line between 1 and 3),
    track   text    check (track in ('SYSTEM_OPS', 'BUSINESS_OPS')),
    version bigint  not null default 1,
    unique (unit, name),
    constraint only_the_second_line_has_tracks check ((line = 2) = (track is not null))
);
create table identity.group_member (
    maintenance_group uuid        not null references identity.group_card,
    person            uuid        not null references identity.person_card,
    since             timestamptz not null,
    primary key (maintenance_group, person)
);
create index on identity.group_member (person);

-- The three administrators exclude one another, and every other role: two grants of one person that hold at the same time
-- are of the same kind of administration, or of none.
create table identity.role_grant (
    id             uuid        primary key,
    person         uuid        not null references identity.person_card,
    role           text        not null,
    unit           uuid        not null references identity.unit_card,
    from_at        timestamptz not null,
    until_at       timestamptz check (until_at > from_at),
    granted_by     uuid        not null,
    during         tstzrange   not null generated always as (tstzrange(from_at, until_at)) stored,
    administration text        not null generated always as (case role
        when 'PLATFORM_ADMIN' then 'SYSTEM' when 'USER_ADMIN' then 'SECURITY' when 'SYS_AUDITOR' then 'AUDIT' else 'NONE' end) stored,
    constraint administrators_apart exclude using gist (person with =, administration with <>, during with &&),
    constraint granted_once exclude using gist (person with =, role with =, unit with =, during with &&)
);
create index on identity.role_grant (role, unit);

-- Sessions and tokens: of the secret only its SHA-256 is kept.
create table identity.credential (
    id           uuid        primary key,
    secret       bytea       not null unique,
    kind         text        not null check (kind in ('SESSION', 'TOKEN')),
    person       uuid        not null references identity.person_card,
    name         text,
    permissions  text[],
    made_at      timestamptz not null,
    last_seen_at timestamptz,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    check ((kind = 'TOKEN') = (name is not null)),
    check (kind = 'TOKEN' or expires_at is not null)
);
create index on identity.credential (person, kind);

-- Wrong passwords by account name (as a hash: people type passwords into the wrong field).
create table identity.sign_in_failure (
    account  bytea       primary key,
    failures int         not null,
    last_at  timestamptz not null
);
create table identity.setup_code (
    code    bytea       primary key,
    made_at timestamptz not null
);

alter table identity.person enable row level security;
create policy sight on identity.person for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or id = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or exists (select 1 from identity.person_card c where c.id = person.id
        and c.unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])));
create policy change on identity.person for update using (true);
create policy birth on identity.person for insert with check (true);

alter table identity.password enable row level security;
create policy own on identity.password using (
    (select current_setting('hengwei.all', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid)) with check (true);

alter table identity.credential enable row level security;
create policy own on identity.credential using (
    (select current_setting('hengwei.all', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid)) with check (true);

-- Whoever presents the secret is asked for before anybody is known; this is the only way past the policy.
create function identity.credential_of(presented bytea, at timestamptz)
returns table (id uuid, kind text, person uuid, permissions text[], made_at timestamptz, last_seen_at timestamptz)
language sql stable security definer set search_path = identity, pg_temp as $$
    select c.id, c.kind, c.person, c.permissions, c.made_at, coalesce(c.last_seen_at, c.made_at) from identity.credential c
    where c.secret = presented and c.revoked_at is null and (c.expires_at is null or c.expires_at > at)
$$;

-- An administrator sets a password and ends sessions without ever being able to read either.
create function identity.set_password(whose uuid, new_hash text, at timestamptz) returns void
language sql security definer set search_path = identity, pg_temp as $$
    insert into identity.password (person, hash, changed_at) values (whose, new_hash, at)
    on conflict (person) do update set hash = excluded.hash, changed_at = excluded.changed_at
$$;
create function identity.end_credentials(whose uuid, what text, at timestamptz) returns void
language sql security definer set search_path = identity, pg_temp as $$
    update identity.credential c set revoked_at = at where c.person = whose and c.kind = what and c.revoked_at is null
$$;
