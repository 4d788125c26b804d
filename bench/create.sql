-- What the product writes when an incident is opened: row, card, journal line, three clocks with their first event, the call, the remembered answer.
begin;
select set_config('hengwei.all', 'on', true), set_config('hengwei.records', 'on', true), set_config('hengwei.units', '', true), set_config('hengwei.me', '$me', true), set_config('hengwei.groups', '', true);
select uuidv7() as id, 'INC' || lpad(nextval('record.number_inc')::text, 7, '0') as number \gset
insert into incident.incident (id, version, number, title, description, state, unit, requester, system, system_class, opened_at, updated_at, kind, channel, occurred_at, impact, effect, urgency, priority, level, level_reason, level_by_person,
    reopen_count, reassignment_count, effort_minutes, awaited_requester, left_first_line)
values (cast(:id as uuid), 1, :number, '打印机无法连接', '三楼打印机无法连接，请尽快处理', 'RECORDED', '$unit', '$me', '$system', 'B', now(), now(), 'FAULT', 'HOTLINE', now(), 'ONE_UNIT', 'IMPAIRED', 'MEDIUM', 'P3', 'LEVEL_IV', 'rule', false, 0, 0, 0, false, false);
insert into record.journal (id, subject, kind, version, unit, command, schema, body, to_state, to_phase, actor, happened_at)
values (uuidv7(), cast(:id as uuid), 'INCIDENT', 1, '$unit', 'Open', 1, '{"kind":"FAULT","title":"打印机无法连接","description":"三楼打印机无法连接，请尽快处理","unit":"$unit","channel":"HOTLINE","impact":"ONE_UNIT","effect":"IMPAIRED","urgency":"MEDIUM","system":"$system"}', 'RECORDED', 'OPEN', '$me', now());
with started (id, name, at) as (values (uuidv7(), 'CONFIRM', now() + interval '3 hours'), (uuidv7(), 'RESPONSE', now() + interval '4 hours'), (uuidv7(), 'RESTORE', now() + interval '8 hours')),
clocks as (insert into sla.clock (id, record, unit, kind, name, started_at, due_at, next_check_at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, resumed_at)
    select id, cast(:id as uuid), '$unit', 'INCIDENT', name, now(), at, at, 'PT8H', 28800000000, 23040000000, 'ALWAYS', 1, 'LEVEL_IV', 'B', true, now() from started)
insert into sla.clock_event (clock, seq, kind, at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed)
select id, 1, 'START', now(), 'PT8H', 28800000000, 23040000000, 'ALWAYS', 1, 'LEVEL_IV', 'B', true from started;
insert into record.record_card (id, kind, number, title, state, phase, turn, level, priority, unit, requester, system, system_class, opened_at, updated_at, next_due_at, version)
values (cast(:id as uuid), 'INCIDENT', :number, '打印机无法连接', 'RECORDED', 'OPEN', 'DESK', 'LEVEL_IV', 'P3', '$unit', '$me', '$system', 'B', now(), now(), now() + interval '3 hours', 1);
insert into servicedesk.call_record (id, incident, unit, line, caller, started_at, minutes, subject, taken_by) values (uuidv7(), cast(:id as uuid), '$unit', 'DESK', '$me', now(), 3, '打印机无法连接', '$me');
insert into record.idempotency (account, key, request, answer, at) values ('$me', :id, '\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', '{"id":"0","kind":"INCIDENT","number":"INC0000042","title":"打印机无法连接","state":"RECORDED","phase":"OPEN","version":1}', now());
commit;
