-- Only who may read work orders in a unit sees them there (see record V3).
drop policy sight on workorder.work_order;
create policy sight on workorder.work_order for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignment_group = any ((select nullif(current_setting('hengwei.groups', true), '')::uuid[])::uuid[])
    or (select 'WORK_ORDER' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'WORK_ORDER:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[]), false) is not null);
