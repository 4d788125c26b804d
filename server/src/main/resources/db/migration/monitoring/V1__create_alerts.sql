-- Alerts of monitoring systems: what came in (kept before it is understood), what became of it, and what is open.

-- Whose token delivers is the source; made when it delivers for the first time.
create table monitoring.source (
    id          uuid        primary key,
    account     uuid        not null unique,
    name        text        not null,
    format      text        not null check (format in ('ALERTMANAGER')),
    unit        uuid        not null,
    on_resolved text        check (on_resolved in ('RESOLVE', 'ANNOTATE')),
    created_at  timestamptz not null
);

-- Rules as data. A row with a source holds for that source alone and goes before the row without one.
create table monitoring.resolve_rule (
    format      text not null,
    source      uuid references monitoring.source,
    on_resolved text not null check (on_resolved in ('RESOLVE', 'ANNOTATE')),
    unique nulls not distinct (format, source)
);
create table monitoring.severity_rule (
    format   text not null,
    source   uuid references monitoring.source,
    label    text not null,
    severity int  not null check (severity between 1 and 5),
    unique nulls not distinct (format, source, label)
);
create table monitoring.severity_grade (
    severity int     primary key check (severity between 1 and 5),
    opens    boolean not null,
    impact   text    not null,
    effect   text    not null,
    urgency  text    not null
);
insert into monitoring.resolve_rule values ('ALERTMANAGER', null, 'RESOLVE');
insert into monitoring.severity_rule values
    ('ALERTMANAGER', null, 'critical', 1), ('ALERTMANAGER', null, 'page', 1),
    ('ALERTMANAGER', null, 'error', 2), ('ALERTMANAGER', null, 'high', 2), ('ALERTMANAGER', null, 'major', 2),
    ('ALERTMANAGER', null, 'warning', 3), ('ALERTMANAGER', null, 'minor', 3),
    ('ALERTMANAGER', null, 'info', 4), ('ALERTMANAGER', null, 'notice', 4),
    ('ALERTMANAGER', null, 'none', 5);
insert into monitoring.severity_grade values
    (1, true, 'ONE_UNIT', 'UNUSABLE', 'HIGH'),
    (2, true, 'ONE_UNIT', 'IMPAIRED', 'HIGH'),
    (3, true, 'ONE_UNIT', 'IMPAIRED', 'MEDIUM'),
    (4, true, 'ONE_PERSON', 'MINOR', 'LOW'),
    (5, false, 'ONE_PERSON', 'MINOR', 'LOW');

create table monitoring.raw_event (
    id          uuid        not null,
    received_at timestamptz not null,
    source      uuid        not null,
    unit        uuid        not null,
    body        bytea       not null,
    refused     text,
    retold      boolean     not null default false,
    parsed_at   timestamptz,
    primary key (id, received_at)
) partition by range (received_at);
create index on monitoring.raw_event (source, received_at, id) where parsed_at is null;

create table monitoring.alert_event (
    id              uuid        not null,
    received_at     timestamptz not null,
    raw             uuid        not null,
    position        int         not null,
    source          uuid        not null,
    source_name     text        not null,
    unit            uuid        not null,
    status          text        check (status in ('FIRING', 'RESOLVED')),
    alert_name      text,
    fingerprint     text,
    severity        int,
    source_severity text,
    ci              text,
    value           text,
    title           text,
    labels          jsonb,
    annotations     jsonb,
    starts_at       timestamptz,
    ends_at         timestamptz,
    truncated       int         not null default 0,
    fate            text        not null check (fate in ('OPENED', 'COUNTED', 'RESOLVED', 'ANNOTATED', 'IGNORED', 'FAILED')),
    reason          text,
    incident        uuid,
    processed_at    timestamptz not null,
    primary key (id, received_at),
    unique (raw, position, received_at)
) partition by range (received_at);
create index on monitoring.alert_event (received_at desc, id desc);
create index on monitoring.alert_event (unit, received_at desc, id desc);
create index on monitoring.alert_event (fate, received_at desc, id desc) where fate in ('FAILED', 'IGNORED');

-- One open alert for each thing a source tells of; count and times are those of INC-04.
create table monitoring.alert (
    id            uuid        primary key,
    source        uuid        not null references monitoring.source,
    fingerprint   text        not null,
    state         text        not null check (state in ('OPEN', 'RESOLVED', 'LEFT')),
    incident      uuid        not null,
    unit          uuid        not null,
    starts_at     timestamptz not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    count         int         not null check (count > 0),
    noted_count   int         not null,
    noted_at      timestamptz not null
);
create unique index one_open_alert on monitoring.alert (source, fingerprint) where state = 'OPEN';
create index on monitoring.alert (source, fingerprint, last_seen_at desc);
create index on monitoring.alert (noted_at) where state = 'OPEN' and noted_count < count;

revoke delete, truncate on monitoring.raw_event, monitoring.alert_event, monitoring.alert, monitoring.source from ${runner};

-- True or null, asked for "not null": the planner then expects nearly every row to pass.
do $$
declare
    name text;
begin
    foreach name in array array['source', 'raw_event', 'alert_event', 'alert'] loop
        execute format('alter table monitoring.%I enable row level security', name);
        execute format('create policy sight on monitoring.%I for select using (nullif(
            (select current_setting(''hengwei.all'', true)) = ''on''
            or unit = any ((select nullif(current_setting(''hengwei.units'', true), '''')::uuid[])::uuid[]), false) is not null)', name);
        execute format('create policy birth on monitoring.%I for insert with check (true)', name);
        execute format('create policy change on monitoring.%I for update using (true)', name);
    end loop;
end $$;

-- Keeps a partition for this month and the next twelve; the running role may call it but create nothing itself.
create function monitoring.ensure_partitions(today timestamptz) returns int language plpgsql security definer set search_path = monitoring, pg_temp as $$
declare
    first  date;
    parent text;
    name   text;
    made   int := 0;
begin
    foreach parent in array array['raw_event', 'alert_event'] loop
        for month in 0..12 loop
            first := (date_trunc('month', today at time zone 'UTC') + make_interval(months => month))::date;
            name := format('%s_%s', parent, to_char(first, 'YYYYMM'));
            if to_regclass('monitoring.' || name) is null then
                execute format('create table monitoring.%I partition of monitoring.%I for values from (%L) to (%L)', name, parent,
                    first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
                execute format('revoke all on monitoring.%I from ${runner}', name);
                made := made + 1;
            end if;
        end loop;
    end loop;
    return made;
end $$;
revoke execute on function monitoring.ensure_partitions(timestamptz) from public;
grant execute on function monitoring.ensure_partitions(timestamptz) to ${runner};
select monitoring.ensure_partitions(now());
