
-- Every call on the hotline and what it led to.
create table servicedesk.call_record (
    id          uuid        primary key,
    incident    uuid        not null references record.record_card,
    unit        uuid        not null,
    line        text        not null check (line in ('DESK', 'MOBILE')),
    caller      uuid,
    caller_name text,
    phone       text,
    started_at  timestamptz not null,
    minutes     int         not null check (minutes between 0 and 600),
    subject     text        not null,
    outcome     text,
    taken_by    uuid        not null,
    check (caller is not null or caller_name is not null)
);
create index on servicedesk.call_record (unit, started_at desc);
create index on servicedesk.call_record (incident);

alter table servicedesk.call_record enable row level security;
create policy sight on servicedesk.call_record using (
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])) with check (true);
