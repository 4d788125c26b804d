-- Consents: one frozen operation each, and its way through the stages of the rule that held it.
create table approval.approval (
    id               uuid        primary key,
    version          bigint      not null,
    number           text        not null unique,
    title            text        not null check (length(title) between 1 and 300),
    description      text        not null,
    state            text        not null check (state in ('PENDING', 'PASSED', 'RELEASED', 'BROKEN', 'TO_REVIEW', 'DONE', 'REVIEWED', 'REJECTED', 'WITHDRAWN', 'VOIDED', 'EXPIRED')),
    unit             uuid        not null,
    requester        uuid        not null,
    assignment_group uuid,
    assignee         uuid,
    system           uuid,
    opened_at        timestamptz not null,
    updated_at       timestamptz not null,
    done_at          timestamptz,
    operation        text        not null,
    permission       text,
    subject_kind     text        not null,
    subject          uuid,
    subject_name     text,
    subject_unit     uuid,
    seen_version     bigint      not null,
    content          text        not null,
    hash             text        not null check (hash ~ '^[0-9a-f]{64}$'),
    runs             boolean     not null,
    breakable        boolean     not null,
    course           text        not null,
    lacks_people     boolean     not null,
    stage_due_at     timestamptz,
    usable_until     timestamptz,
    urged_at         timestamptz,
    void_reason      text,
    broken_because   text,
    finding          text        check (finding in ('JUSTIFIED', 'UNJUSTIFIED')),
    made             uuid,
    check (state <> 'RELEASED' or usable_until is not null),
    check (state not in ('BROKEN', 'TO_REVIEW', 'REVIEWED') or broken_because is not null),
    check (state <> 'REVIEWED' or finding is not null)
);
create index on approval.approval (opened_at desc, id desc, unit);
create index on approval.approval (unit, opened_at desc, id desc);
create index on approval.approval (updated_at desc, id desc, unit);
create index on approval.approval (requester, opened_at desc, id desc);
create index on approval.approval (operation, opened_at desc, id desc, unit);
create index on approval.approval (state, opened_at desc, id desc, unit) where done_at is null;
create index on approval.approval (stage_due_at) where done_at is null and stage_due_at is not null;
-- Who proposes the same twice while it waits is referred to the same consent.
create unique index proposed_once on approval.approval (requester, hash) where state in ('PENDING', 'PASSED', 'BROKEN');

-- What was shown to those who decide is never changed, by nobody: an edit would be another consent.
create function approval.frozen() returns trigger language plpgsql as $$
begin
    if (old.requester, old.operation, old.subject_kind, old.subject, old.subject_unit, old.seen_version, old.content, old.hash, old.runs, old.breakable)
        is distinct from (new.requester, new.operation, new.subject_kind, new.subject, new.subject_unit, new.seen_version, new.content, new.hash, new.runs, new.breakable) then
        raise exception 'what was frozen for consent is not changed';
    end if;
    return new;
end $$;
create trigger frozen before update on approval.approval for each row execute function approval.frozen();

alter table approval.approval enable row level security;
create policy sight on approval.approval for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or (select 'APPROVAL' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'APPROVAL:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[])
    or exists (select 1 from record.record_card c where c.id = approval.id), false) is not null);
create policy change on approval.approval for update using (true);
create policy birth on approval.approval for insert with check (true);
revoke delete on approval.approval from ${runner};
