-- Every backup and every proof of one: asked for, begun, ended, and how. A run is never forgotten, also when its file is gone.
create table backup.run (
    id          uuid        primary key,
    kind        text        not null check (kind in ('BACKUP', 'VERIFICATION')),
    cause       text        not null check (cause in ('SCHEDULED', 'BY_HAND')),
    asked_at    timestamptz not null,
    asked_by    uuid        not null,
    started_at  timestamptz,
    finished_at timestamptz,
    result      text        check (result in ('SUCCEEDED', 'FAILED')),
    reason      text,
    proved      uuid        references backup.run,
    file        text,
    bytes       bigint,
    tables      int,
    rows        bigint,
    files       bigint,
    lost        bigint,
    removed_at  timestamptz,
    check ((finished_at is null) = (result is null)),
    check (result <> 'FAILED' or reason is not null),
    check (result <> 'SUCCEEDED' or rows is not null)
);
create index on backup.run (asked_at desc, id desc);
create index on backup.run (asked_at) where finished_at is null;

-- A month's log of backups, looked through and signed (SYS-31): once, and not taken back.
create table backup.confirmation (
    month        date        primary key check (extract(day from month) = 1),
    opinion      text        not null check (length(opinion) between 1 and 2000),
    confirmed_by uuid        not null,
    confirmed_at timestamptz not null
);

-- Since when backups are due at all: a new product does not begin with a missed one.
create table backup.beginning (
    one boolean     primary key default true check (one),
    at  timestamptz not null
);
insert into backup.beginning (at) values (now());

revoke delete, truncate on backup.run from ${runner};
revoke update, delete, truncate on backup.confirmation, backup.beginning from ${runner};
