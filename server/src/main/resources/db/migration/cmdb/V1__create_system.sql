-- Systems (业务系统). The card is for everyone who is signed in: records, clocks and settings refer to it. What only those who look after
-- a system edit and read stands beside it, under row-level security by the owning unit.
create table cmdb.system_card (
    id           uuid    primary key,
    code         text    not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
    name         text    not null check (length(name) between 1 and 100),
    system_class text    not null check (system_class in ('A', 'B', 'C')),
    unit         uuid    not null references identity.unit_card,
    group_id     uuid    not null references identity.group_card,
    responsible  uuid    not null references identity.person_card,
    calendar     text    not null,
    active       boolean not null default true,
    constraint one_code unique (code),
    constraint one_name unique (name)
);
create index on cmdb.system_card (name collate "zh-Hans-CN-x-icu", id);
create index on cmdb.system_card (unit, name collate "zh-Hans-CN-x-icu", id);

create table cmdb.system (
    id          uuid        primary key references cmdb.system_card,
    unit        uuid        not null,
    version     bigint      not null,
    description text        not null default '',
    changed_by  uuid        not null,
    changed_at  timestamptz not null
);

alter table cmdb.system enable row level security;
create policy sight on cmdb.system for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])
    or exists (select 1 from cmdb.system_card c where c.id = system.id
        and c.responsible = (select nullif(current_setting('hengwei.me', true), '')::uuid)));
create policy change on cmdb.system for update using (true);
create policy birth on cmdb.system for insert with check (true);
