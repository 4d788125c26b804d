-- Applications for accounts (F-06): what was asked for and consented to, and what became of it.
create table account.account_request (
    id               uuid        primary key,
    version          bigint      not null,
    number           text        not null unique,
    title            text        not null check (length(title) between 1 and 300),
    description      text        not null,
    state            text        not null check (state in ('AGREED', 'EXECUTED', 'TURNED_DOWN', 'WITHDRAWN')),
    unit             uuid        not null,
    requester        uuid,
    assignment_group uuid,
    assignee         uuid,
    system           uuid,
    opened_at        timestamptz not null,
    updated_at       timestamptz not null,
    done_at          timestamptz,
    request          text        not null check (request in ('NEW', 'CHANGE', 'CLOSE')),
    target           text        not null check (target in ('HENGWEI', 'APPLICATION')),
    person           uuid,
    account_class    text        not null check (account_class in ('PERSON', 'INTEGRATION')),
    staff_number     text,
    post             text,
    rights           text        not null,
    valid_from       timestamptz,
    valid_until      timestamptz,
    due_at           timestamptz not null,
    consent          uuid,
    executed_by      uuid,
    reason           text,
    check ((target = 'APPLICATION') = (system is not null)),
    check (request = 'NEW' or person is not null),
    check (state <> 'EXECUTED' or executed_by is not null)
);
create index on account.account_request (opened_at desc, id desc, unit);
create index on account.account_request (unit, opened_at desc, id desc);
create index on account.account_request (updated_at desc, id desc, unit);
create index on account.account_request (requester, opened_at desc, id desc);
create index on account.account_request (state, opened_at desc, id desc, unit) where state = 'AGREED';
create index on account.account_request (person) where person is not null;
create index on account.account_request (due_at, id, unit) where state = 'AGREED';

alter table account.account_request enable row level security;
create policy sight on account.account_request for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or (select 'ACCOUNT_REQUEST' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'ACCOUNT_REQUEST:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[]), false) is not null);
create policy change on account.account_request for update using (true);
create policy birth on account.account_request for insert with check (true);
revoke delete on account.account_request from ${runner};
