-- Who looks after accounts sees people, not therefore their records: `hengwei.people` is how far the right to read people goes ('on' for
-- everywhere). Passwords and credentials are for their person and for the system itself, never for whoever merely sees everything.
drop policy sight on identity.person;
create policy sight on identity.person for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or (select current_setting('hengwei.people', true)) = 'on'
    or id = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or exists (select 1 from identity.person_card c where c.id = person.id and c.unit = any ((select case
        when current_setting('hengwei.people', true) like '{%' then current_setting('hengwei.people', true)::uuid[] end)::uuid[])));

drop policy own on identity.password;
create policy own on identity.password using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (person, '00000000-0000-0000-0000-000000000001')) with check (true);
drop policy own on identity.credential;
create policy own on identity.credential using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (person, '00000000-0000-0000-0000-000000000001')) with check (true);
