-- A clock is seen with its record (see record V3); what everybody asks first is asked of the clock itself.
drop policy sight on sla.clock;
create policy sight on sla.clock for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or kind = any ((select nullif(current_setting('hengwei.kinds', true), '')::text[])::text[])
    or exists (select 1 from record.record_card c where c.id = record), false) is not null);
drop policy sight on sla.clock_event;
create policy sight on sla.clock_event for select using (
    (select current_setting('hengwei.records', true)) = 'on' or exists (select 1 from sla.clock c where c.id = clock));
