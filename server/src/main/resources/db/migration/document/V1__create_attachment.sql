-- What is attached to a record. The bytes lie in the data folder under their hash; a row is written once and never changed.
create table document.attachment (
    id           uuid        primary key,
    record       uuid        not null references record.record_card,
    name         text        not null check (length(name) between 1 and 200),
    content_type text        not null,
    size         bigint      not null check (size > 0),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_by     uuid        not null,
    added_at     timestamptz not null
);
create index on document.attachment (record, id);
create index on document.attachment (sha256);
revoke update, delete on document.attachment from ${runner};

alter table document.attachment enable row level security;
create policy sight on document.attachment for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or exists (select 1 from record.record_card c where c.id = record));
create policy birth on document.attachment for insert with check (true);
