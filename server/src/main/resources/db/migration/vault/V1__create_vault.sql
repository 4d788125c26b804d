-- Confidential passwords (保密口令). What is known of each stands in the entry; each password lies sealed in a row of its own.
create table vault.entry (
    id           uuid        primary key,
    unit         uuid        not null references identity.unit_card,
    version      bigint      not null,
    name         text        not null check (length(name) between 1 and 100),
    secret_kind  text        not null check (secret_kind in ('ADMINISTRATION', 'NETWORK', 'DATABASE', 'APPLICATION', 'CERTIFICATE', 'OTHER')),
    account      text        not null check (length(account) between 1 and 200),
    system       uuid        references cmdb.system_card,
    custodian    uuid        not null references identity.person_card,
    filed_with   uuid        not null references identity.person_card,
    filed_at     timestamptz not null,
    release_rule text        not null,
    renew_days   int         check (renew_days between 1 and 3650),
    notes        text        not null default '',
    number       int         not null,
    renewed_at   timestamptz not null,
    renew_by     timestamptz not null,
    exposed_at   timestamptz,
    exposed_by   uuid        references identity.person_card,
    retired_at   timestamptz,
    changed_by   uuid        not null,
    changed_at   timestamptz not null,
    check ((exposed_at is null) = (exposed_by is null))
);
create unique index one_name on vault.entry (unit, name, account) where retired_at is null;
create index on vault.entry (renew_by, id, unit);
create index on vault.entry (name collate "zh-Hans-CN-x-icu", id, unit);

-- Versions of a password. Those no longer kept lose what was sealed; that they were, stays known.
create table vault.secret (
    id            uuid        primary key,
    entry         uuid        not null references vault.entry,
    number        int         not null,
    sealed        bytea,
    made          boolean     not null,
    set_by        uuid        not null,
    set_at        timestamptz not null,
    superseded_at timestamptz,
    destroyed_at  timestamptz,
    unique (entry, number),
    check ((sealed is null) = (destroyed_at is not null)),
    check (destroyed_at is null or superseded_at is not null)
);

-- Who asked to read which version, why, and when it was opened. Nothing but the opening is ever added to a line.
create table vault.reveal (
    id        uuid        primary key,
    entry     uuid        not null references vault.entry,
    number    int         not null,
    person    uuid        not null references identity.person_card,
    reason    text        not null,
    at        timestamptz not null,
    until     timestamptz not null,
    opened_at timestamptz,
    foreign key (entry, number) references vault.secret (entry, number)
);
create index on vault.reveal (entry, at desc, id);

-- The general sight (hengwei.all, hengwei.units) opens nothing here: this module alone says how far its own permissions reach.
alter table vault.entry enable row level security;
create policy sight on vault.entry for select using (
    (select current_setting('hengwei.vault', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.vault', true) like '{%' then current_setting('hengwei.vault', true)::uuid[] end)::uuid[])
    or (select nullif(current_setting('hengwei.me', true), '')::uuid) in (custodian, '00000000-0000-0000-0000-000000000001'));
create policy change on vault.entry for update using (true);
create policy birth on vault.entry for insert with check (true);

alter table vault.secret enable row level security;
create policy sight on vault.secret for select using (exists (select 1 from vault.entry e where e.id = entry));
create policy change on vault.secret for update using (true);
create policy birth on vault.secret for insert with check (true);

alter table vault.reveal enable row level security;
create policy sight on vault.reveal for select using (exists (select 1 from vault.entry e where e.id = entry));
create policy change on vault.reveal for update using (true);
create policy birth on vault.reveal for insert with check (true);

revoke delete on vault.entry, vault.secret, vault.reveal from ${runner};
revoke update on vault.secret, vault.reveal from ${runner};
grant update (sealed, superseded_at, destroyed_at) on vault.secret to ${runner};
grant update (opened_at) on vault.reveal to ${runner};
