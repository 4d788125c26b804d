-- Files are seen with their record (see record V3).
drop policy sight on document.attachment;
create policy sight on document.attachment for select using (
    (select current_setting('hengwei.records', true)) = 'on'
    or exists (select 1 from record.record_card c where c.id = record));
