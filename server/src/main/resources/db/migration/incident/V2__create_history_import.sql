-- History from elsewhere: imports, the rows they have read, what they refused, and what is known of each record that came in.
create table incident.history_mapping (
    id         text        primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    mapping    jsonb       not null,
    changed_by uuid        not null,
    changed_at timestamptz not null
);

create table incident.history_import (
    id            uuid        primary key,
    file_name     text        not null,
    file          text        not null,
    size          bigint      not null,
    mapping       jsonb       not null,
    unit          uuid        not null,
    started_by    uuid        not null,
    started_at    timestamptz not null,
    state         text        not null check (state in ('PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    writes        boolean     not null default false,
    rows_read     bigint      not null default 0,
    rows_expected bigint,
    total_rows    bigint,
    rows_matched  bigint      not null default 0,
    position      text        collate "C" not null default '',
    created       bigint      not null default 0,
    updated       bigint      not null default 0,
    unchanged     bigint      not null default 0,
    rejected      bigint      not null default 0,
    events        bigint      not null default 0,
    begun_at      timestamptz not null,
    moved_at      timestamptz not null,
    error         text,
    claim         uuid,
    claimed_until timestamptz
);
create index on incident.history_import (unit, id);
create index on incident.history_import (id) where state in ('PREVIEWING', 'RUNNING');

-- Rows read and understood, until the import is done: sorted by record, wherever they stood in the file.
create table incident.history_row (
    import          uuid   not null references incident.history_import,
    line            bigint not null,
    external_number text   collate "C" not null,
    key             bigint not null,
    event           text   not null,
    primary key (import, line),
    unique (import, external_number, key)
);

create table incident.history_rejection (
    import   uuid    not null references incident.history_import,
    line     bigint  not null,
    reason   text    not null,
    detail   text    not null,
    original text    not null,
    matching boolean not null,
    primary key (import, line)
);

-- What is known of a record that came from elsewhere: its events by their keys, and the last of them.
create table incident.history_origin (
    source          text     not null,
    external_number text     collate "C" not null,
    incident        uuid     not null unique references incident.incident,
    keys            bigint[] not null,
    last            text     not null,
    primary key (source, external_number)
);

alter table incident.history_import enable row level security;
create policy sight on incident.history_import for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])
    or started_by = (select nullif(current_setting('hengwei.me', true), '')::uuid));
create policy change on incident.history_import for update using (true);
create policy birth on incident.history_import for insert with check (true);
alter table incident.history_row enable row level security;
create policy sight on incident.history_row using (
    (select current_setting('hengwei.all', true)) = 'on' or exists (select 1 from incident.history_import i where i.id = import)) with check (true);
alter table incident.history_rejection enable row level security;
create policy sight on incident.history_rejection using (
    (select current_setting('hengwei.all', true)) = 'on' or exists (select 1 from incident.history_import i where i.id = import)) with check (true);
alter table incident.history_origin enable row level security;
create policy sight on incident.history_origin using (
    (select current_setting('hengwei.all', true)) = 'on' or exists (select 1 from incident.incident i where i.id = incident)) with check (true);

-- Reports filter by people too.
create or replace view incident.incident_fact with (security_invoker = true) as
select id, number, kind, channel, state, unit, system, system_class, level, priority, domain, cause, category, assignment_group, opened_at, occurred_at, resolved_at, closed_at,
       reopen_count, reassignment_count, effort_minutes, awaited_requester, left_first_line, source, met, problem_reference, change_reference, version, requester, assignee
from incident.incident;
