
create table workorder.work_order (
    id                 uuid        primary key,
    version            bigint      not null,
    number             text        not null unique,
    title              text        not null check (length(title) between 1 and 300),
    description        text        not null,
    state              text        not null check (state in ('RAISED', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CLOSED', 'CANCELLED')),
    unit               uuid        not null,
    requester          uuid,
    assignment_group   uuid,
    assignee           uuid,
    system             uuid,
    opened_at          timestamptz not null,
    updated_at         timestamptz not null,
    done_at            timestamptz,
    type               text        not null,
    priority           text        check (priority in ('P1', 'P2', 'P3', 'P4')),
    level              text        check (level in ('LEVEL_I', 'LEVEL_II', 'LEVEL_III', 'LEVEL_IV')),
    system_class       text,
    origin             uuid        references record.record_card,
    due_at             timestamptz,
    accepted_at        timestamptz,
    started_at         timestamptz,
    completed_at       timestamptz,
    completed_by       uuid,
    outcome            text        check (outcome in ('SOLVED', 'PARTLY', 'NOT_SOLVED')),
    result             text,
    test               text,
    test_result        text        check (test_result in ('PASSED', 'FAILED', 'NOT_APPLICABLE')),
    next_step          text,
    score              int         check (score between 1 and 5),
    evaluation         text,
    minutes            int         not null check (minutes >= 0),
    return_count       int         not null,
    reassignment_count int         not null,
    check (state <> 'COMPLETED' or outcome is not null),
    check (state <> 'CLOSED' or score is not null),
    check (state not in ('ACCEPTED', 'IN_PROGRESS') or assignee is not null)
);
alter table workorder.work_order alter column unit set statistics 1000;
create index on workorder.work_order (origin);
create index on workorder.work_order (opened_at desc, id desc);
create index on workorder.work_order (unit, opened_at desc, id desc);
create index on workorder.work_order (updated_at desc, id desc);
create index on workorder.work_order (assignment_group, opened_at desc, id desc);
create index on workorder.work_order (assignee, opened_at desc, id desc);
create index on workorder.work_order (type);
create index on workorder.work_order (state, opened_at desc, id desc) where state <> 'CLOSED';
create index on workorder.work_order (opened_at desc, id desc) where state not in ('CLOSED', 'CANCELLED');
create index on workorder.work_order (due_at, id) where state not in ('CLOSED', 'CANCELLED') and due_at is not null;

alter table workorder.work_order enable row level security;
create policy sight on workorder.work_order for select using (nullif(
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignment_group = any ((select nullif(current_setting('hengwei.groups', true), '')::uuid[])::uuid[]), false) is not null);
create policy change on workorder.work_order for update using (true);
create policy birth on workorder.work_order for insert with check (true);
