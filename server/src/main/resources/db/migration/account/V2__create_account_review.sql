-- Reviews of accounts and permissions (SYS-13): a round for each unit with a head, the accounts in it as they stood when it began, what was
-- decided about each, and the application that follows from it.
create table account.account_review (
    id               uuid        primary key,
    version          bigint      not null,
    number           text        not null unique,
    title            text        not null check (length(title) between 1 and 300),
    description      text        not null,
    state            text        not null check (state in ('REVIEWING', 'FOLLOWING', 'COMPLETED', 'LAPSED')),
    unit             uuid        not null,
    requester        uuid,
    assignment_group uuid,
    assignee         uuid,
    system           uuid,
    opened_at        timestamptz not null,
    updated_at       timestamptz not null,
    done_at          timestamptz,
    cause            text        not null check (cause in ('PERIODIC', 'MOVED', 'POST_CHANGED', 'ENDING')),
    person           uuid,
    as_of            date        not null,
    due_at           timestamptz not null,
    asked            text        not null,
    accounts         int         not null check (accounts > 0),
    undecided        int         not null check (undecided between 0 and accounts),
    follow_ups       int         not null check (follow_ups between 0 and accounts),
    confirmed_by     uuid,
    confirmed_at     timestamptz,
    opinion          text,
    check ((cause = 'PERIODIC') = (person is null)),
    check (state not in ('FOLLOWING', 'COMPLETED') or (undecided = 0 and confirmed_by is not null and confirmed_at is not null)),
    check (state <> 'COMPLETED' or follow_ups = 0),
    constraint reviewed_once unique nulls not distinct (unit, cause, person, as_of)
);
create index on account.account_review (opened_at desc, id desc, unit);
create index on account.account_review (unit, opened_at desc, id desc);
create index on account.account_review (updated_at desc, id desc, unit);
create index on account.account_review (state, opened_at desc, id desc, unit) where done_at is null;
create index on account.account_review (due_at, id, unit) where state = 'REVIEWING';
create index on account.account_review (person) where person is not null;

alter table account.account_review enable row level security;
create policy sight on account.account_review for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or (select 'ACCOUNT_REVIEW' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'ACCOUNT_REVIEW:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[])
    or exists (select 1 from record.record_card c where c.id = account_review.id), false) is not null);
create policy change on account.account_review for update using (true);
create policy birth on account.account_review for insert with check (true);

create table account.review_line (
    id            uuid        primary key,
    review        uuid        not null references account.account_review,
    unit          uuid        not null,
    person        uuid        not null,
    name          text        not null,
    person_unit   uuid        not null,
    account_class text        not null check (account_class in ('PERSON', 'INTEGRATION')),
    staff_number  text,
    post          text,
    ends_at       timestamptz,
    active        boolean     not null,
    roles         jsonb       not null,
    group_names   text[]      not null,
    last_sign_in  timestamptz,
    second_factor boolean     not null,
    hints         text[]      not null,
    verdict       text        check (verdict in ('KEEP', 'CHANGE', 'CLOSE')),
    comment       text        check (length(comment) between 1 and 1000),
    withdraw      text        not null default '' check (withdraw = '' or verdict = 'CHANGE'),
    decided_by    uuid        check (decided_by <> person),
    decided_at    timestamptz,
    request       uuid,
    settled_at    timestamptz,
    waived        text,
    unique (review, person),
    check ((verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null)),
    check (verdict = 'KEEP' or (verdict is null) = (comment is null)),
    check (waived is null or settled_at is not null)
);
create index on account.review_line (review, name, id);
create index on account.review_line (unit, id) where verdict in ('CHANGE', 'CLOSE') and settled_at is null;

-- What was shown to those who decide stays as it was.
create function account.frozen() returns trigger language plpgsql as $$
begin
    if (old.review, old.unit, old.person, old.name, old.person_unit, old.account_class, old.staff_number, old.post, old.ends_at, old.active, old.roles,
            old.group_names, old.last_sign_in, old.second_factor, old.hints)
        is distinct from (new.review, new.unit, new.person, new.name, new.person_unit, new.account_class, new.staff_number, new.post, new.ends_at,
            new.active, new.roles, new.group_names, new.last_sign_in, new.second_factor, new.hints) then
        raise exception 'what was frozen for review is not changed';
    end if;
    return new;
end $$;
create trigger frozen before update on account.review_line for each row execute function account.frozen();

alter table account.review_line enable row level security;
create policy sight on account.review_line for select using (
    (select current_setting('hengwei.records', true)) = 'on'
    or exists (select 1 from account.account_review r where r.id = review_line.review));
create policy change on account.review_line for update using (true);
create policy birth on account.review_line for insert with check (true);
revoke delete on account.account_review, account.review_line from ${runner};

-- An application may rest on a review that was confirmed, instead of a consent; who decided there does not carry it out.
alter table account.account_request
    add column review     uuid,
    add column decided_by uuid,
    add check ((review is null) = (decided_by is null)),
    add check (consent is null or review is null);
