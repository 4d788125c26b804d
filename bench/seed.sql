-- :n incidents and as many work orders, two in a hundred open, one a minute back from now; consistent over all tables, as if each had been opened as it stands.
-- $units, $branch and the rest stand in the table bench_company. Run by the owner.
create temp table phrase on commit drop as
select n, t, (select array_agg(distinct x) from (select substr(t, i, 2) x from generate_series(1, length(t) - 1) i union all select substr(t, i, 1) from generate_series(1, length(t)) i) g) as tokens
from (select row_number() over () - 1 as n, a || b || c as t
    from unnest(array['打印机','财务系统','办公网络','数据库','邮件系统','核心交换机','视频会议','考勤系统','门禁','服务器','存储阵列','虚拟机','无线网络','电话','终端电脑','合同系统','报销流程','备份任务','域名解析','机房空调']) a,
        unnest(array['无法连接','响应缓慢','报错','登录失败','频繁断开','数据异常','告警','需要安装','密码过期','空间不足']) b, unnest(array['','请尽快处理','三楼','影响多人','今天上午开始']) c) x;
create index on phrase (n);
select setseed(0.42);
create temp table src on commit drop as
select g, uuidv7(opened - now()) as id, opened, k.units[1 + floor(random() * cardinality(k.units))::int] as unit,
    k.people[1 + floor(random() * cardinality(k.people))::int] as requester, k.people[1 + floor(random() * cardinality(k.people))::int] as assignee,
    k.groups[1 + floor(random() * cardinality(k.groups))::int] as grp, k.systems[1 + floor(random() * cardinality(k.systems))::int] as system,
    case when random() < 0.02 then (array['RECORDED','CLASSIFIED','INVESTIGATING','INVESTIGATING','WAITING','RESOLVED','VERIFYING'])[1 + floor(random() * 7)::int] else 'CLOSED' end as state,
    floor(random() * 1000)::int as phrase, 'P' || 1 + floor(random() * 4)::int as priority,
    (array['LEVEL_I','LEVEL_II','LEVEL_III','LEVEL_IV','LEVEL_IV','LEVEL_IV','LEVEL_IV','LEVEL_IV','LEVEL_IV','LEVEL_IV'])[1 + floor(random() * 10)::int] as level,
    (array['FAULT','FAULT','FAULT','SERVICE_REQUEST','ALERT','CONSULTATION'])[1 + floor(random() * 6)::int] as kind, random() as chance, random() as chance2
from bench_company k, generate_series(1, :n) g, lateral (select now() - (:n - g) * interval '1 minute' - interval '1 minute' as opened) o;
update src set unit = k.branch[1 + floor(random() * cardinality(k.branch))::int] from bench_company k where chance < 0.1;
update src set unit = k.outpost from bench_company k where g % (:n / 20) = 3;
create temp table due on commit drop as
select id, case when chance2 < 0.5 then opened + interval '5 minutes' else now() + interval '2 hours' + chance2 * interval '20 days' end as due_at from src where state not in ('CLOSED', 'WAITING');
create unique index on due (id);

insert into incident.incident (id, version, number, title, description, state, unit, requester, assignment_group, assignee, system, system_class, opened_at, updated_at, done_at, kind, channel,
    occurred_at, impact, effect, urgency, priority, level, level_reason, level_by_person, confirmed_at, resolution_code, resolution_summary, resolution_test, resolution_test_result, resolution_at,
    resolution_by, evaluation_score, evaluation_at, evaluation_by, resolved_at, verified_at, closed_at, reopen_count, reassignment_count, effort_minutes, awaited_requester, left_first_line)
select s.id, 1, 'INC' || lpad((g + :first)::text, 7, '0'), t, t || '。联系人在座位，可以远程处理。', state, unit, requester, grp, assignee, system, 'B', opened, opened + chance2 * interval '9 hours',
    case state when 'CLOSED' then opened + interval '9 hours' end, kind, 'HOTLINE', opened, 'ONE_UNIT', 'IMPAIRED', 'MEDIUM', priority, level, 'rule', false, opened, r.code,
    case when r.code is not null then '已处理' end, case when r.code is not null then '已测试' end, case when r.code is not null then 'PASSED' end, r.at, case when r.code is not null then assignee end,
    e.score, case when e.score is not null then opened + interval '8 hours' end, case when e.score is not null then requester end, r.at,
    case state when 'CLOSED' then opened + interval '8 hours' end, case state when 'CLOSED' then opened + interval '9 hours' end,
    case when chance2 < 0.02 then 1 else 0 end, case when chance2 > 0.7 then 1 else 0 end, 30, chance2 < 0.2, chance2 > 0.5
from src s join phrase p on p.n = s.phrase
    cross join lateral (select case when state in ('CLOSED', 'RESOLVED', 'VERIFYING') then 'FIXED' end as code, case when state in ('CLOSED', 'RESOLVED', 'VERIFYING') then opened + chance2 * interval '7 hours' end as at) r
    cross join lateral (select case when state in ('CLOSED', 'VERIFYING') then 4 end as score) e;

insert into record.record_card (id, kind, number, title, state, phase, turn, level, priority, unit, requester, assignment_group, assignee, system, system_class, opened_at, updated_at, done_at, next_due_at, version)
select i.id, 'INCIDENT', number, title, i.state, case i.state when 'CLOSED' then 'DONE' when 'WAITING' then 'WAITING' else 'OPEN' end,
    case i.state when 'CLOSED' then 'NONE' when 'INVESTIGATING' then 'HANDLER' when 'WAITING' then 'HANDLER' when 'VERIFYING' then 'REQUESTER' else 'DESK' end,
    i.level, i.priority, i.unit, i.requester, i.assignment_group, i.assignee, i.system, i.system_class, i.opened_at, i.updated_at, i.done_at, d.due_at, 1
from incident.incident i join src s on s.id = i.id left join due d on d.id = i.id;

insert into record.record_tokens (record, unit, tokens)
select s.id, unit, p.tokens || array['inc' || lpad((g + :first)::text, 7, '0'), 'inc', lpad((g + :first)::text, 7, '0'), (g + :first)::text, '=INCIDENT', '联系', '系人', '人在', '在座', '座位', '可以', '以远', '远程', '程处', '处理']
from src s join phrase p on p.n = s.phrase;

-- An order for every incident, dispatched where the incident is being handled.
create temp table wo on commit drop as
select s.*, uuidv7(opened - now() + interval '1 second') as wid, s.id as origin,
    case s.state when 'CLOSED' then 'CLOSED' when 'INVESTIGATING' then case when chance < 0.5 then 'DISPATCHED' else 'IN_PROGRESS' end when 'WAITING' then 'ON_HOLD' when 'VERIFYING' then 'CLOSED' else 'RAISED' end as wstate,
    case when chance2 < 0.5 then opened + interval '1 hour' else now() + interval '2 hours' + chance2 * interval '20 days' end as wdue
from src s;
insert into workorder.work_order (id, version, number, title, description, state, unit, requester, assignment_group, assignee, system, opened_at, updated_at, done_at, type, priority, level, system_class, origin,
    due_at, accepted_at, started_at, completed_at, completed_by, outcome, result, test, test_result, score, minutes, return_count, reassignment_count)
select w.wid, 1, 'WO' || lpad((g + :first)::text, 7, '0'), t, t, wstate, unit, requester, grp, case when wstate <> 'RAISED' then assignee end, system, opened, opened + chance2 * interval '9 hours',
    case wstate when 'CLOSED' then opened + interval '8 hours' end, 'FAULT_SUPPORT', priority, level, 'B', origin, wdue, case when wstate not in ('RAISED', 'DISPATCHED') then opened end,
    case when wstate not in ('RAISED', 'DISPATCHED') then opened end, e.at, case when e.at is not null then assignee end, case when e.at is not null then 'SOLVED' end, case when e.at is not null then '已处理' end,
    case when e.at is not null then '已测试' end, case when e.at is not null then 'PASSED' end, case when e.at is not null then 4 end, 30, 0, 0
from wo w join phrase p on p.n = w.phrase cross join lateral (select case when wstate = 'CLOSED' then opened + interval '7 hours' end as at) e;
insert into record.record_card (id, kind, number, title, state, phase, turn, level, priority, unit, requester, assignment_group, assignee, system, system_class, opened_at, updated_at, done_at, next_due_at, version)
select o.id, 'WORK_ORDER', number, title, o.state, case o.state when 'CLOSED' then 'DONE' when 'ON_HOLD' then 'WAITING' else 'OPEN' end, case o.state when 'CLOSED' then 'NONE' when 'RAISED' then 'DESK' else 'HANDLER' end,
    o.level, o.priority, o.unit, o.requester, o.assignment_group, o.assignee, o.system, o.system_class, o.opened_at, o.updated_at, o.done_at, case when o.state not in ('CLOSED', 'ON_HOLD') then o.due_at end, 1
from workorder.work_order o join wo on wo.wid = o.id;
insert into record.record_tokens (record, unit, tokens)
select w.wid, unit, p.tokens || array['wo' || lpad((g + :first)::text, 7, '0'), 'wo', lpad((g + :first)::text, 7, '0'), (g + :first)::text, '=WORK_ORDER'] from wo w join phrase p on p.n = w.phrase;

insert into sla.clock (id, record, unit, kind, name, state, outcome, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, started_at, counted_us, resumed_at, due_at,
    next_check_at, warned_at, breached_at, stopped_at, events)
select uuidv7(opened - now()), s.id, unit, 'INCIDENT', name, case when d.id is null then 'PAUSED' else 'RUNNING' end, null, 'PT8H', 28800000000, 23040000000, 'ALWAYS', 1, level, 'B', true, opened, 0,
    case when d.id is not null then opened end, d.due_at, case when d.due_at > now() then d.due_at end, case when d.id is not null then opened + interval '2 minutes' end,
    case when d.due_at < now() then d.due_at end, null, 1
from src s left join due d on d.id = s.id, unnest(array['RESPONSE', 'RESTORE']) name where s.state <> 'CLOSED';
insert into sla.clock_event (clock, seq, kind, at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed)
select id, 1, 'START', started_at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed from sla.clock where record in (select id from src);

-- The feed's consumers have read it all: the lines get their places here, and everybody stands behind them.
select pg_advisory_xact_lock(1212501575);
insert into record.journal (id, subject, kind, version, unit, command, schema, body, to_state, to_phase, actor, happened_at, xid)
select uuidv7(opened - now()), id, 'INCIDENT', 1, unit, 'Open', 1, jsonb_build_object('title', t), state, case state when 'CLOSED' then 'DONE' when 'WAITING' then 'WAITING' else 'OPEN' end, requester, opened, '1'
from src join phrase p on p.n = src.phrase;
insert into record.journal_position (seq, line, recorded_at)
select (select last_seq from record.sealer) + row_number() over (order by j.id), j.id, j.recorded_at from record.journal j where j.xid = '1' and not exists (select 1 from record.journal_position p where p.line = j.id);
update record.sealer set last_seq = greatest(last_seq, (select coalesce(max(seq), 0) from record.journal_position));
update record.consumer set seq = (select last_seq from record.sealer);
select setval('record.number_inc', greatest((select last_value from record.number_inc), :n + :first));
select setval('record.number_wo', greatest((select last_value from record.number_wo), :n + :first));
