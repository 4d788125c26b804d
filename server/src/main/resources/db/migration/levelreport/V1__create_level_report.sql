-- Reports of a grave fault to those who have to know of it at once, each to the holders of one role over one unit, who say that they know.
create table levelreport.level_report (
    id               uuid        primary key,
    version          bigint      not null,
    number           text        not null unique,
    title            text        not null check (length(title) between 1 and 300),
    description      text        not null,
    state            text        not null check (state in ('SENT', 'ACKNOWLEDGED', 'PASSED_UP', 'LAPSED')),
    unit             uuid        not null,
    requester        uuid,
    assignment_group uuid,
    assignee         uuid,
    system           uuid,
    opened_at        timestamptz not null,
    updated_at       timestamptz not null,
    done_at          timestamptz,
    record           uuid        not null,
    level            text        not null check (level in ('LEVEL_I', 'LEVEL_II', 'LEVEL_III', 'LEVEL_IV')),
    rule_role        text        not null,
    role             text        not null,
    over             uuid        not null,
    told             text        not null,
    due_at           timestamptz not null,
    unheard          boolean     not null,
    acknowledged_by  uuid,
    acknowledged_at  timestamptz,
    check ((state = 'ACKNOWLEDGED') = (acknowledged_by is not null) and (acknowledged_by is null) = (acknowledged_at is null))
);
-- Nobody is told twice of the same.
create unique index told_once on levelreport.level_report (record, level, role, over) where told <> '';
create index on levelreport.level_report (opened_at desc, id desc, unit);
create index on levelreport.level_report (unit, opened_at desc, id desc);
create index on levelreport.level_report (state, opened_at desc, id desc, unit) where state = 'SENT';
create index on levelreport.level_report (due_at) where state = 'SENT' and not unheard;
create index on levelreport.level_report (id) where state = 'SENT' and told = '';
alter table levelreport.level_report enable row level security;
create policy sight on levelreport.level_report for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or (select 'LEVEL_REPORT' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'LEVEL_REPORT:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[])
    or exists (select 1 from record.record_card c where c.id = level_report.id), false) is not null);
create policy change on levelreport.level_report for update using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or (select 'LEVEL_REPORT' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'LEVEL_REPORT:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[])
    or exists (select 1 from record.record_card c where c.id = level_report.id), false) is not null) with check (true);
create policy birth on levelreport.level_report for insert with check (true);
revoke delete, truncate on levelreport.level_report from ${runner};
