-- What rules find in the journal, each thing once, with the lines that prove it; and the reviews that answer for it (F-31).

create table audit.anomaly (
    id          uuid        primary key,
    rule        text        not null,
    key         text        not null unique,
    person      uuid,
    happened_at timestamptz not null,
    found_at    timestamptz not null,
    times       int         not null,
    lines       uuid[]      not null,
    follow_up   text,
    followed_by uuid,
    followed_at timestamptz
);
create index on audit.anomaly (happened_at desc, id desc);
create index on audit.anomaly (rule, happened_at desc, id desc);
create index on audit.anomaly (happened_at) where follow_up is null;
alter table audit.anomaly enable row level security;
create policy own on audit.anomaly using ((select current_setting('hengwei.all', true)) = 'on') with check (true);

create table audit.log_review (
    id               uuid        primary key,
    version          bigint      not null,
    number           text        not null unique,
    title            text        not null,
    description      text        not null,
    state            text        not null check (state in ('DUE', 'DRAFTING', 'SUBMITTED', 'APPROVED')),
    unit             uuid        not null,
    requester        uuid,
    assignment_group uuid,
    assignee         uuid,
    system           uuid,
    opened_at        timestamptz not null,
    updated_at       timestamptz not null,
    done_at          timestamptz,
    period_from      date        not null,
    period_to        date        not null check (period_to > period_from),
    due_at           timestamptz not null,
    systems          text,
    logs_read        text,
    follow_up        text,
    opinion          text,
    author           uuid,
    submitted_at     timestamptz,
    approver         uuid,
    approved_at      timestamptz,
    check (state in ('DUE', 'DRAFTING') or (opinion is not null and author is not null and submitted_at is not null)),
    check (state <> 'APPROVED' or (approver is not null and approver <> author and approved_at is not null)),
    unique (unit, period_from, period_to)
);
create index on audit.log_review (opened_at desc, id desc, unit);
create index on audit.log_review (updated_at desc, id desc, unit);
create index on audit.log_review (unit, opened_at desc, id desc);

alter table audit.log_review enable row level security;
create policy sight on audit.log_review for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or (select 'LOG_REVIEW' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'LOG_REVIEW:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[]), false) is not null);
create policy change on audit.log_review for update using (true);
create policy birth on audit.log_review for insert with check (true);
