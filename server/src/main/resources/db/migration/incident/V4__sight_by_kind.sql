-- Only who may read incidents in a unit sees them there (see record V3).
drop policy sight on incident.incident;
create policy sight on incident.incident for select using (nullif(
    (select current_setting('hengwei.records', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.records', true) like '{%' then current_setting('hengwei.records', true)::uuid[] end)::uuid[])
    or requester = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignee = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or assignment_group = any ((select nullif(current_setting('hengwei.groups', true), '')::uuid[])::uuid[])
    or (select 'INCIDENT' = any (nullif(current_setting('hengwei.kinds', true), '')::text[]))
    or 'INCIDENT:' || unit = any ((select nullif(current_setting('hengwei.some', true), '')::text[])::text[]), false) is not null);
drop policy sight on incident.history_origin;
create policy sight on incident.history_origin using (
    (select current_setting('hengwei.records', true)) = 'on' or exists (select 1 from incident.incident i where i.id = incident)) with check (true);
