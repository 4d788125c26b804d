-- Cards, journal and what every kind of record shares. Row-level security is the net; every list names its scope besides.

create table record.record_card (
    id               uuid        primary key,
    kind             text        not null,
    number           text        not null unique,
    title            text        not null check (length(title) between 1 and 300),
    state            text        not null,
    phase            text        not null check (phase in ('OPEN', 'WAITING', 'DONE')),
    turn             text        not null check (turn in ('DESK', 'HANDLER', 'REQUESTER', 'NONE')),
    level            text,
    priority         text,
    unit             uuid        not null,
    requester        uuid,
    assignment_group uuid,
    assignee         uuid,
    system           uuid,
    system_class     text,
    opened_at        timestamptz not null,
    updated_at       timestamptz not null,
    done_at          timestamptz,
    next_due_at      timestamptz,
    version          bigint      not null
);
-- A list of a small unit is planned well only when the unit's share is known, and there are hundreds of units.
alter table record.record_card alter column unit set statistics 1000;
create index on record.record_card (opened_at desc, id desc);
create index on record.record_card (unit, kind, opened_at desc, id desc);
create index on record.record_card (unit) where phase <> 'DONE';
create index on record.record_card (unit, next_due_at) where next_due_at is not null;
create index on record.record_card (requester, opened_at desc, id desc);
create index on record.record_card (assignee, opened_at desc, id desc) where phase <> 'DONE';
create index on record.record_card (assignment_group, opened_at desc, id desc) where phase <> 'DONE';
create index on record.record_card (assignee, opened_at desc, id desc) where assignee is not null;
create index on record.record_card (assignment_group, opened_at desc, id desc) where assignment_group is not null;
create index on record.record_card (kind, opened_at desc, id desc) where phase <> 'DONE';
create index on record.record_card (kind, opened_at desc, id desc) where next_due_at is not null;
create index on record.record_card (kind, opened_at desc, id desc) where phase = 'OPEN' and turn = 'DESK';
create index on record.record_card (kind, next_due_at, id) where next_due_at is not null;
create index on record.record_card (next_due_at, id) where next_due_at is not null;

-- The policy is true or null, and asked for "not null": so the planner expects that nearly every row passes. Of the bare condition it
-- expects one in two hundred, and for whoever sees everything it then sorts a million rows rather than walk an index.
alter table record.record_card enable row level security;
create policy sight on record.record_card for select using (nullif(
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignment_group = any ((select nullif(current_setting('hengwei.groups', true), '')::uuid[])::uuid[]), false) is not null);
create policy change on record.record_card for update using (true);
create policy birth on record.record_card for insert with check (true);

-- The journal: history, outbox and the ledger's source. Lines are added, never altered.
create table record.journal (
    id          uuid        not null,
    subject     uuid        not null,
    kind        text        not null,
    version     bigint      not null,
    unit        uuid,
    command     text        not null,
    schema      int         not null,
    body        jsonb       not null,
    from_state  text,
    to_state    text,
    from_phase  text,
    to_phase    text,
    actor       uuid        not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    xid         xid8        not null default pg_current_xact_id(),
    primary key (id, recorded_at)
) partition by range (recorded_at);
create index on record.journal (subject, id);
create index on record.journal (xid);

alter table record.journal enable row level security;
create policy sight on record.journal for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])
    or exists (select 1 from record.record_card c where c.id = subject));
create policy birth on record.journal for insert with check (true);

-- The feed: one sealer gives committed lines their place; consumers know only the place.
create table record.journal_position (
    seq         bigint      primary key,
    line        uuid        not null unique,
    recorded_at timestamptz not null
);
create table record.sealer (
    one         boolean     primary key default true check (one),
    low         xid8        not null,
    last_seq    bigint      not null,
    epoch       int         not null,
    cluster     text        not null,
    sealed_at   timestamptz not null default now()
);
create table record.consumer (
    name        text        primary key,
    seq         bigint      not null default 0,
    moved_at    timestamptz not null default now(),
    error       text
);

create sequence record.number_inc;
create sequence record.number_wo;

create table record.record_tokens (
    record uuid   primary key,
    unit   uuid   not null,
    tokens text[] not null
);
create index on record.record_tokens using gin (tokens);
alter table record.record_tokens alter column unit set statistics 1000;

create table record.link (
    id       uuid        primary key,
    source   uuid        not null references record.record_card,
    target   uuid        not null references record.record_card,
    type     text        not null check (type in ('RAISED_FROM', 'RELATES_TO', 'DUPLICATE_OF', 'CAUSED_BY')),
    made_by  uuid        not null,
    made_at  timestamptz not null,
    unique (source, target, type),
    check (source <> target)
);
create index on record.link (target);

create table record.watcher (
    record uuid        not null references record.record_card,
    person uuid        not null,
    since  timestamptz not null,
    primary key (record, person)
);
create index on record.watcher (person, record);

create table record.idempotency (
    account uuid        not null,
    key     text        not null,
    request bytea       not null,
    answer  jsonb       not null,
    at      timestamptz not null,
    primary key (account, key)
);
create index on record.idempotency (at);

alter table record.link enable row level security;
create policy sight on record.link using (
    (select current_setting('hengwei.all', true)) = 'on'
    or exists (select 1 from record.record_card c where c.id in (source, target))) with check (true);
alter table record.watcher enable row level security;
create policy sight on record.watcher using (
    (select current_setting('hengwei.all', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or exists (select 1 from record.record_card c where c.id = record)) with check (true);
alter table record.idempotency enable row level security;
create policy own on record.idempotency using (
    account = (select nullif(current_setting('hengwei.me', true), '')::uuid) or (select current_setting('hengwei.all', true)) = 'on') with check (true);
