-- How far the demo company has been made: founded at once, then told story by story, each act with its mark in one transaction.
create table demo.company (
    one         boolean     primary key default true check (one),
    told_until  timestamptz not null,
    finished_at timestamptz
);
create table demo.story (
    name    text  primary key,
    steps   int   not null,
    records jsonb not null
);
