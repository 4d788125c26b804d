-- Reading one kind of record in a unit does not let see the others there. `hengwei.records` is 'on' or the units whose records of every
-- kind are read; `hengwei.kinds` are kinds read everywhere and `hengwei.some` (KIND:unit) those read in further units: both are empty for
-- nearly everybody, and asked last.
drop policy sight on record.record_card;
create policy sight on record.record_card for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignment_group = any ((select nullif(current_setting('hengwei.groups', true), '')::uuid[])::uuid[])
    or kind = any ((select nullif(current_setting('hengwei.kinds', true), '')::text[])::text[])
    or kind || ':' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[]), false) is not null);

drop policy sight on record.journal;
create policy sight on record.journal for select using (
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or exists (select 1 from record.record_card c where c.id = subject));

drop policy sight on record.link;
create policy sight on record.link using (
    (select current_setting('hengwei.records', true)) = 'on'
    or exists (select 1 from record.record_card c where c.id in (source, target))) with check (true);
drop policy sight on record.watcher;
create policy sight on record.watcher using (
    (select current_setting('hengwei.records', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or exists (select 1 from record.record_card c where c.id = record)) with check (true);
