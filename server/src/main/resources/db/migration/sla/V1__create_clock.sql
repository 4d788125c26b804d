-- A clock is the fold over its events; the row is where the fold stands. Working time is in microseconds.
create table sla.clock (
    id               uuid        primary key,
    record           uuid        not null,
    unit             uuid        not null,
    kind             text        not null,
    name             text        not null check (name in ('CONFIRM', 'RESPONSE', 'RESTORE')),
    state            text        not null default 'RUNNING' check (state in ('RUNNING', 'PAUSED', 'STOPPED', 'CANCELLED')),
    outcome          text        check (outcome in ('MET', 'MISSED')),
    limit_text       text        not null,
    length_us        bigint      not null check (length_us > 0),
    warn_us          bigint      not null check (warn_us between 0 and length_us),
    calendar         text        not null,
    calendar_version int         not null,
    level            text        not null,
    system_class     text        not null,
    proposed         boolean     not null,
    started_at       timestamptz not null,
    counted_us       bigint      not null default 0 check (counted_us >= 0),
    resumed_at       timestamptz,
    due_at           timestamptz,
    next_check_at    timestamptz,
    warned_at        timestamptz,
    breached_at      timestamptz,
    stopped_at       timestamptz,
    events           int         not null default 1,
    unique (record, name),
    check ((state = 'RUNNING') = (resumed_at is not null)),
    check ((state = 'RUNNING') = (due_at is not null)),
    check ((state = 'STOPPED') = (outcome is not null)),
    check ((state in ('STOPPED', 'CANCELLED')) = (stopped_at is not null)),
    check (next_check_at is null or state = 'RUNNING')
);
create index on sla.clock (next_check_at) where next_check_at is not null;

create table sla.clock_event (
    clock            uuid        not null,
    seq              int         not null,
    kind             text        not null check (kind in ('START', 'PAUSE', 'RESUME', 'RETARGET', 'STOP', 'WARN', 'BREACH', 'CANCEL')),
    at               timestamptz not null,
    limit_text       text        not null,
    length_us        bigint      not null,
    warn_us          bigint      not null,
    calendar         text        not null,
    calendar_version int         not null,
    level            text        not null,
    system_class     text        not null,
    proposed         boolean     not null,
    recorded_at      timestamptz not null default now(),
    primary key (clock, seq)
);
revoke delete, truncate on sla.clock from ${runner};
revoke update, delete, truncate on sla.clock_event from ${runner};

-- True or null, asked for "not null": the planner then expects nearly every row to pass.
alter table sla.clock enable row level security;
create policy sight on sla.clock for select using (nullif(
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])
    or exists (select 1 from record.record_card c where c.id = record), false) is not null);
create policy birth on sla.clock for insert with check (true);
create policy change on sla.clock for update using (true);
alter table sla.clock_event enable row level security;
create policy sight on sla.clock_event for select using (
    (select current_setting('hengwei.all', true)) = 'on' or exists (select 1 from sla.clock c where c.id = clock));
create policy birth on sla.clock_event for insert with check (true);

-- What reports may know of clocks.
create view sla.clock_fact with (security_invoker = true) as
select id, record, unit, kind, name, state, outcome, level, system_class, limit_text, length_us / 1000000.0 as limit_seconds,
    case when state <> 'RUNNING' then counted_us / 1000000.0 end as elapsed_seconds,
    started_at, due_at, warned_at, breached_at, stopped_at
from sla.clock;
