-- Appeals against what a clock has counted (申诉), and what is taken back when one is upheld.
create table sla.appeal (
    id               uuid        primary key,
    version          bigint      not null,
    number           text        not null unique,
    title            text        not null check (length(title) between 1 and 300),
    description      text        not null,
    state            text        not null check (state in ('LODGED', 'UPHELD', 'DISMISSED', 'WITHDRAWN')),
    unit             uuid        not null,
    requester        uuid,
    assignment_group uuid,
    assignee         uuid,
    system           uuid,
    opened_at        timestamptz not null,
    updated_at       timestamptz not null,
    done_at          timestamptz,
    clock            uuid        not null references sla.clock,
    clock_name       text        not null,
    record           uuid        not null,
    part_from        timestamptz not null,
    part_to          timestamptz not null,
    minutes          bigint      not null,
    decided_by       uuid,
    decided_at       timestamptz,
    opinion          text,
    check (part_from < part_to),
    check ((state in ('UPHELD', 'DISMISSED')) = (decided_by is not null)),
    check (decided_by <> requester)
);
create index on sla.appeal (opened_at desc, id desc, unit);
create index on sla.appeal (unit, opened_at desc, id desc);
create index on sla.appeal (requester, opened_at desc, id desc);
create index on sla.appeal (state, opened_at desc, id desc, unit) where state = 'LODGED';
create unique index one_appeal_at_a_time on sla.appeal (clock) where state = 'LODGED';
create index on sla.appeal (record);
alter table sla.appeal enable row level security;
create policy sight on sla.appeal for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or (select 'APPEAL' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'APPEAL:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[]), false) is not null);
create policy birth on sla.appeal for insert with check (true);
create policy change on sla.appeal for update using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or (select 'APPEAL' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'APPEAL:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[]), false) is not null) with check (true);
revoke delete, truncate on sla.appeal from ${runner};

alter table sla.clock_event add column part_from timestamptz;
alter table sla.clock_event add column part_to timestamptz;
alter table sla.clock_event add column amount_us bigint;
alter table sla.clock_event drop constraint clock_event_kind_check;
alter table sla.clock_event add constraint clock_event_kind_check check (kind in
    ('START', 'PAUSE', 'RESUME', 'RETARGET', 'RESTART', 'STOP', 'WARN', 'BREACH', 'CANCEL', 'NO_PAUSE', 'ESCALATE', 'CORRECT'));
alter table sla.clock_event add constraint clock_event_part check (
    (kind = 'CORRECT') = (amount_us is not null) and (amount_us is null) = (part_from is null) and (amount_us is null) = (part_to is null));
