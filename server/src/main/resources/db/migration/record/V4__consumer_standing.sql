-- A consumer that cannot take a line: since when, how often it was tried, when it is tried again (by whichever node).
alter table record.consumer
    add column failing_since timestamptz,
    add column failures      int not null default 0,
    add column retry_at      timestamptz;
update record.consumer set failing_since = moved_at where error is not null;
