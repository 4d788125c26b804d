-- What steps of escalation are to do to their records: once for each line of the journal, whoever reads it how often.
create table sla.escalation_act (
    line     uuid        not null,
    act      text        not null check (act in ('RAISE', 'PASS')),
    record   uuid        not null,
    found    text,
    target   text        not null,
    clock    text        not null,
    percent  int         not null,
    made_at  timestamptz not null,
    next_at  timestamptz,
    attempts int         not null default 0,
    outcome  text        check (outcome in ('DONE', 'OVERTAKEN', 'GIVEN_UP')),
    refusal  text,
    primary key (line, act),
    check ((next_at is null) = (outcome is not null))
);
create index on sla.escalation_act (next_at) where next_at is not null;
revoke delete, truncate on sla.escalation_act from ${runner};
alter table sla.escalation_act enable row level security;
create policy sight on sla.escalation_act for select using ((select current_setting('hengwei.records', true)) = 'on');
create policy change on sla.escalation_act for update using ((select current_setting('hengwei.records', true)) = 'on') with check (true);
create policy birth on sla.escalation_act for insert with check (true);
