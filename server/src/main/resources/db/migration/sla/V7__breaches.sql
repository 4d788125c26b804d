-- Why a limit was missed, and what is done about it; what was said before stands in the journal.
create table sla.breach_account (
    clock        uuid        primary key references sla.clock,
    cause        text        not null check (cause in ('VENDOR', 'SPARE_PART', 'STAFF', 'DISPATCH', 'COMPLEXITY', 'REQUESTER', 'ACCESS', 'LATE_RECORD', 'OTHER')),
    reason       text        not null check (length(reason) between 1 and 2000),
    measure      text        not null check (length(measure) between 1 and 2000),
    accounted_by uuid        not null,
    accounted_at timestamptz not null
);
revoke delete, truncate on sla.breach_account from ${runner};
alter table sla.breach_account enable row level security;
create policy sight on sla.breach_account for select using (
    (select current_setting('hengwei.records', true)) = 'on' or exists (select 1 from sla.clock c where c.id = clock));
create policy birth on sla.breach_account for insert with check (exists (select 1 from sla.clock c where c.id = clock));
create policy change on sla.breach_account for update using (
    (select current_setting('hengwei.records', true)) = 'on' or exists (select 1 from sla.clock c where c.id = clock)) with check (true);

-- What was missed, and what was kept, by when that was known.
create index on sla.clock (breached_at desc, id desc) where breached_at is not null;
create index on sla.clock (unit, breached_at desc, id desc) where breached_at is not null;
create index on sla.clock (stopped_at desc, id desc) where outcome = 'MET';
create index on sla.clock (unit, stopped_at desc, id desc) where outcome = 'MET';
