-- Directories (LDAP, AD) and issuers (OpenID Connect) that prove who somebody is; whose account is proved there, and which groups bring roles.
create table identity.source (
    id         uuid        primary key,
    name       text        not null check (length(name) between 1 and 100),
    kind       text        not null check (kind in ('LDAP', 'OIDC')),
    active     boolean     not null default true,
    adopting   boolean     not null default false,
    config     jsonb       not null,
    sealed     bytea,
    checked_at timestamptz not null,
    failure    text,
    version    bigint      not null default 1,
    constraint whole_config check (jsonb_exists_all(config, case kind
        when 'LDAP' then array['urls', 'startTls', 'baseDn', 'personFilter', 'nameAttribute', 'subjectAttribute', 'nested']
        else array['issuer', 'clientId', 'scopes', 'nameClaim', 'secondFactor'] end))
);
create unique index one_source_name on identity.source (lower(name));

-- One person, one way in: whoever is proved elsewhere has no password here.
create table identity.external_account (
    person  uuid        primary key references identity.person_card,
    source  uuid        not null references identity.source,
    name    text        not null check (length(name) between 1 and 200),
    subject text        check (length(subject) between 1 and 400),
    seen_at timestamptz,
    gone_at timestamptz
);
-- Once the subject is known the name may change there, and be given to somebody else.
create unique index one_account_a_name on identity.external_account (source, lower(name)) where subject is null;
create unique index one_account_a_subject on identity.external_account (source, subject);
alter table identity.external_account enable row level security;
create policy own on identity.external_account using (
    (select current_setting('hengwei.all', true)) = 'on'
    or (select current_setting('hengwei.people', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or exists (select 1 from identity.person_card c where c.id = external_account.person and c.unit = any ((select case
        when current_setting('hengwei.people', true) like '{%' then current_setting('hengwei.people', true)::uuid[] end)::uuid[])));

-- Members of the group hold the role over the unit as long as they are members.
create table identity.source_group (
    id         uuid primary key,
    source     uuid not null references identity.source,
    group_name text not null check (length(group_name) between 1 and 400),
    role       text not null references identity.role,
    unit       uuid not null references identity.unit_card
);
alter table identity.source_group enable row level security;
create policy own on identity.source_group using (
    (select current_setting('hengwei.all', true)) = 'on'
    or (select current_setting('hengwei.people', true)) = 'on'
    or unit = any ((select case
        when current_setting('hengwei.people', true) like '{%' then current_setting('hengwei.people', true)::uuid[] end)::uuid[]));
create unique index mapped_once on identity.source_group (source, lower(group_name), role, unit);
alter table identity.role_grant add column source uuid references identity.source;
create index on identity.role_grant (source) where source is not null;
create or replace view identity.held_grant as
    select g.id, g.person, g.role, g.unit, g.during, g.administration, g.granted_by, null::uuid as delegation, null::uuid as stands_in_for, g.source
    from identity.role_grant g
    union all
    select g.id, d.delegate, g.role, g.unit, g.during * d.during, g.administration, g.granted_by, d.id, d.person, g.source
    from identity.delegation d
    join identity.role_grant g on g.person = d.person and g.administration = 'NONE' and (d.roles is null or g.role = any (d.roles))
    join identity.person_card absent on absent.id = d.person and absent.active;

-- Whether somebody is proved elsewhere is asked by whoever sets a password or a code, without seeing where.
create function identity.is_proved_elsewhere(whose uuid) returns boolean
language sql stable security definer set search_path = identity, pg_temp as $$
    select exists (select from identity.external_account where person = whose)
$$;
create function identity.forget_password(whose uuid) returns void
language sql security definer set search_path = identity, pg_temp as $$
    delete from identity.password where person = whose;
    delete from identity.activation where person = whose
$$;

alter table identity.credential drop constraint if exists credential_stage_check;
alter table identity.credential add constraint credential_stage_check check (stage in ('OPEN', 'PASSWORD', 'FACTOR', 'CODE', 'CONDUCT'));

-- What stays open of somebody whom the directory does not know any more belongs into the list of those who left.
create or replace view identity.open_account_card as
    select p.id as person,
        (select count(*) from identity.role_grant g where g.person = p.id and (g.until_at is null or g.until_at > now())) as grants,
        (select count(*) from identity.group_member m where m.person = p.id) as memberships,
        (select count(*) from identity.credential c where c.person = p.id and c.kind = 'SESSION' and c.revoked_at is null and c.expires_at > now()) as sessions,
        (select count(*) from identity.credential c where c.person = p.id and c.kind = 'TOKEN' and c.revoked_at is null
            and (c.expires_at is null or c.expires_at > now())) as tokens,
        (select e.gone_at from identity.external_account e where e.person = p.id) as gone_at
    from identity.person_card p;
