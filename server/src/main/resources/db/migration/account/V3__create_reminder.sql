-- Who was reminded of what is late, so that it is not said every minute.
create table account.reminder (
    record uuid        primary key,
    times  int         not null check (times > 0),
    at     timestamptz not null
);
