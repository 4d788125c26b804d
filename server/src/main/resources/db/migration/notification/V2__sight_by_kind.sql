-- What was sent is seen with its record (see record V3).
drop policy own on notification.notice;
create policy own on notification.notice using (
    (select current_setting('hengwei.records', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid));
drop policy sight on notification.delivery;
create policy sight on notification.delivery using (
    (select current_setting('hengwei.records', true)) = 'on'
    or exists (select 1 from record.record_card c where c.id = record));
