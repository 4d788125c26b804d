-- Who takes part in a record beyond its handlers sees it (those asked for consent, and whoever stands in for them); whose word it waits
-- for now has it among the own work. Both are empty for nearly every record, and asked last.
alter table record.record_card
    add column participants uuid[],
    add column asked        uuid[],
    drop constraint record_card_turn_check,
    add constraint record_card_turn_check check (turn in ('DESK', 'HANDLER', 'REQUESTER', 'APPROVER', 'NONE'));
create index on record.record_card using gin (asked) where asked is not null;
create index on record.record_card using gin (participants) where participants is not null;

drop policy sight on record.record_card;
create policy sight on record.record_card for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignment_group = any ((select nullif(current_setting('hengwei.groups', true), '')::uuid[])::uuid[])
    or kind = any ((select nullif(current_setting('hengwei.kinds', true), '')::text[])::text[])
    or kind || ':' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[])
    or (select nullif(current_setting('hengwei.me', true), '')::uuid) = any (participants), false) is not null);

-- Under which consent a line was written: the record of it names the checkers.
alter table record.journal add column consent uuid;

create sequence record.number_apr;
