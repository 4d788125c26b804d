-- The ledger: what seals the journal. The lines themselves are the kernel's.

create table audit.block (
    number    bigint      primary key check (number > 0),
    format    int         not null,
    epoch     int         not null,
    first_seq bigint      not null unique,
    last_seq  bigint      not null unique check (last_seq >= first_seq),
    sealed_at timestamptz not null,
    previous  text        not null check (previous ~ '^[0-9a-f]{64}$'),
    hash      text        not null check (hash ~ '^[0-9a-f]{64}$'),
    marks     bytea       not null
);

create table audit.anchor (
    day       date        primary key,
    block     bigint      not null references audit.block,
    hash      text        not null,
    lines     bigint      not null,
    made_at   timestamptz not null
);

-- The running role adds to both and reads them; nothing else, as with the journal.
revoke update, delete, truncate on audit.block, audit.anchor from ${runner};

-- Runs of the verification asked for by its page; whichever node is free works on them.
create table audit.verification (
    id         uuid        primary key,
    asked_by   uuid        not null,
    asked_at   timestamptz not null,
    blocks     bigint      not null,
    block      bigint      not null default 0,
    moved_at   timestamptz not null,
    ended_at   timestamptz,
    fault      text,
    fault_block bigint,
    fault_seq  bigint,
    fault_detail text
);
create index on audit.verification (asked_at desc, id desc);
create unique index on audit.verification ((true)) where ended_at is null;

-- Refusals of the present minute, until they are lines of the journal: one for each person, permission and minute.
create table audit.refusal (
    person     uuid        not null,
    permission text        not null,
    minute     timestamptz not null,
    method     text        not null,
    path       text        not null,
    times      int         not null,
    primary key (person, permission, minute)
);
create index on audit.refusal (minute);
alter table audit.refusal enable row level security;
create policy own on audit.refusal using ((select current_setting('hengwei.all', true)) = 'on') with check (true);
