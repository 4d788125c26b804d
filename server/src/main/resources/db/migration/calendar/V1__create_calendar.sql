-- A version is written once and never changed: what was due by it can be explained years later.
create table calendar.calendar (
    id                text        not null check (id ~ '^[A-Z][A-Z0-9_-]{0,39}$'),
    version           integer     not null check (version > 0),
    name              text        not null,
    zone              text        not null,
    definition        jsonb       not null,
    definition_schema integer     not null,
    source            text        not null,
    shipped           boolean     not null,
    effective_from    timestamptz not null,
    created_at        timestamptz not null,
    primary key (id, version)
);

revoke update, delete on calendar.calendar from ${runner};
