
create table incident.incident (
    id                      uuid        primary key,
    version                 bigint      not null,
    number                  text        not null unique,
    title                   text        not null check (length(title) between 1 and 300),
    description             text        not null,
    state                   text        not null check (state in ('RECORDED', 'CLASSIFIED', 'INVESTIGATING', 'WAITING', 'RESOLVED', 'VERIFYING', 'VERIFIED', 'CLOSED', 'CANCELLED', 'MERGED')),
    unit                    uuid        not null,
    requester               uuid,
    assignment_group        uuid,
    assignee                uuid,
    system                  uuid,
    opened_at               timestamptz not null,
    updated_at              timestamptz not null,
    done_at                 timestamptz,
    kind                    text        not null check (kind in ('FAULT', 'SERVICE_REQUEST', 'ALERT', 'CONSULTATION', 'SECURITY')),
    channel                 text        not null,
    occurred_at             timestamptz not null,
    impact                  text        not null check (impact in ('ONE_PERSON', 'ONE_UNIT', 'SEVERAL_UNITS', 'ORGANISATION')),
    effect                  text        not null check (effect in ('MINOR', 'IMPAIRED', 'UNUSABLE')),
    urgency                 text        not null check (urgency in ('HIGH', 'MEDIUM', 'LOW')),
    priority                text        not null check (priority in ('P1', 'P2', 'P3', 'P4')),
    level                   text        check (level in ('LEVEL_I', 'LEVEL_II', 'LEVEL_III', 'LEVEL_IV')),
    level_reason            text,
    level_by_person         boolean,
    regrade_at              timestamptz,
    system_class            text        check (system_class in ('A', 'B', 'C')),
    domain                  text,
    cause                   text,
    category                text,
    caller_name             text,
    caller_phone            text,
    confirmed_at            timestamptz,
    waiting_for             text,
    resolution_code         text,
    resolution_summary      text,
    resolution_cause        text,
    resolution_test         text,
    resolution_test_result  text,
    resolution_at           timestamptz,
    resolution_by           uuid,
    evaluation_score        int         check (evaluation_score between 1 and 5),
    evaluation_comment      text,
    evaluation_at           timestamptz,
    evaluation_by           uuid,
    resolved_at             timestamptz,
    verified_at             timestamptz,
    closed_at               timestamptz,
    archive_number          text,
    reopen_count            int         not null check (reopen_count >= 0),
    reassignment_count      int         not null check (reassignment_count >= 0),
    effort_minutes          int         not null check (effort_minutes >= 0),
    awaited_requester       boolean     not null,
    left_first_line         boolean     not null,
    alert_source            text,
    alert_fingerprint       text,
    alert_count             int,
    alert_last_seen         timestamptz,
    -- What an import knows of a record that lived elsewhere; ours are null.
    source                  text,
    external_number         text,
    met                     boolean,
    problem_reference       text,
    change_reference        text,
    check ((source is null) = (external_number is null)),
    check (source is not null or state not in ('RESOLVED', 'VERIFYING', 'VERIFIED', 'CLOSED') or resolution_code is not null),
    check (source is not null or state not in ('VERIFYING', 'VERIFIED', 'CLOSED') or evaluation_score is not null),
    check (source is not null or state not in ('VERIFIED', 'CLOSED') or verified_at is not null)
);
create unique index on incident.incident (source, external_number) where source is not null;
create index on incident.incident (opened_at desc, id desc);
create index on incident.incident (unit, opened_at desc, id desc);
create index on incident.incident (updated_at desc, id desc);
create index on incident.incident (priority, id);
create index on incident.incident (system, opened_at desc, id desc);
create index on incident.incident (assignment_group, opened_at desc, id desc);
create index on incident.incident (requester, opened_at desc, id desc);
create index on incident.incident (assignee, opened_at desc, id desc);
create index on incident.incident (state, opened_at desc, id desc) where state <> 'CLOSED';
create index on incident.incident (regrade_at) where regrade_at is not null;
-- A list of a small unit is planned well only when the unit's share is known, and there are hundreds of units.
alter table incident.incident alter column unit set statistics 1000;
-- What is open is two in a hundred: its lists walk these.
create index on incident.incident (unit, opened_at desc, id desc) where state not in ('CLOSED', 'CANCELLED', 'MERGED');
create index on incident.incident (opened_at desc, id desc) where state not in ('CLOSED', 'CANCELLED', 'MERGED');
create index on incident.incident (priority, id) where state not in ('CLOSED', 'CANCELLED', 'MERGED');
-- What is common is found by walking back in time, what is rare by these; one without a time takes few bytes a row, those with
-- a condition cost an opening nothing.
create index on incident.incident (kind, opened_at desc, id desc);
create index on incident.incident (level, opened_at desc, id desc);
create index on incident.incident (channel);
create index on incident.incident (domain) where domain is not null;
create index on incident.incident (cause) where cause is not null;
create index on incident.incident (category) where category is not null;
create index on incident.incident (source, opened_at desc, id desc) where source is not null;
create index on incident.incident (met, opened_at desc, id desc) where met is not null;
create index on incident.incident (opened_at desc, id desc) where resolved_at is null;
create index on incident.incident (opened_at desc, id desc) where resolved_at is not null and left_first_line;
create index on incident.incident (opened_at desc, id desc) where reopen_count > 0;
create index on incident.incident (opened_at desc, id desc) where reassignment_count > 0;
create index on incident.incident (opened_at desc, id desc) where awaited_requester;
create index on incident.incident (opened_at desc, id desc) where problem_reference is not null;
create index on incident.incident (opened_at desc, id desc) where change_reference is not null;

alter table incident.incident enable row level security;
create policy sight on incident.incident for select using (nullif(
    (select current_setting('hengwei.all', true)) = 'on'
    or unit = any ((select nullif(current_setting('hengwei.units', true), '')::uuid[])::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignment_group = any ((select nullif(current_setting('hengwei.groups', true), '')::uuid[])::uuid[]), false) is not null);
create policy change on incident.incident for update using (true);
create policy birth on incident.incident for insert with check (true);

-- An order's feedback is taken once a completion, however often the event is delivered.
create table incident.feedback_taken (
    incident   uuid   not null references incident.incident,
    work_order uuid   not null,
    completion bigint not null,
    primary key (incident, work_order, completion)
);

-- What reports may know.
create view incident.incident_fact with (security_invoker = true) as
select id, number, kind, channel, state, unit, system, system_class, level, priority, domain, cause, category, assignment_group, opened_at, occurred_at, resolved_at, closed_at,
       reopen_count, reassignment_count, effort_minutes, awaited_requester, left_first_line, source, met, problem_reference, change_reference, version
from incident.incident;
