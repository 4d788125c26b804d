-- Who was told what, once per journal line and person, and by which channel it went (or why not).
create table notification.notice (
    id      uuid        primary key,
    line    uuid        not null,
    person  uuid        not null references identity.person_card,
    record  uuid        not null references record.record_card,
    key     text        not null,
    params  jsonb       not null,
    at      timestamptz not null,
    read_at timestamptz,
    constraint told_once unique (line, person)
);
create index on notification.notice (person, id desc);
create index on notification.notice (person, id desc) where read_at is null;

create table notification.delivery (
    id       uuid        primary key,
    line     uuid        not null,
    person   uuid        not null references identity.person_card,
    record   uuid        not null references record.record_card,
    channel  text        not null check (channel in ('IN_APP', 'EMAIL')),
    state    text        not null check (state in ('SENT', 'QUEUED', 'FAILED', 'NOT_SENT')),
    reason   text,
    attempts int         not null default 0,
    next_at  timestamptz,
    at       timestamptz not null,
    constraint sent_once unique (line, person, channel),
    check ((state = 'QUEUED') = (next_at is not null)),
    check (state not in ('NOT_SENT', 'FAILED') or reason is not null)
);
create index on notification.delivery (record, id);
create index on notification.delivery (next_at, id) where state = 'QUEUED';

alter table notification.notice enable row level security;
create policy own on notification.notice using (
    (select current_setting('hengwei.all', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid));
alter table notification.delivery enable row level security;
create policy sight on notification.delivery using (
    (select current_setting('hengwei.all', true)) = 'on'
    or exists (select 1 from record.record_card c where c.id = record));
revoke delete on notification.notice, notification.delivery from ${runner};
