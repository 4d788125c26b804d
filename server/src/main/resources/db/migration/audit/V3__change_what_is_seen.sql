-- What is not seen is not changed either, not even by a statement that reads nothing. The new row may lie where the actor does not
-- see it: that an act may hand it there is asked before (see docs/adr/0005).
do $$
declare
    guarded record;
begin
    for guarded in select c.schemaname, c.tablename, s.qual from pg_policies c join pg_policies s using (schemaname, tablename)
        where c.schemaname = 'audit' and c.policyname = 'change' and c.cmd = 'UPDATE' and c.qual = 'true' and s.policyname = 'sight'
    loop
        execute format('alter policy change on %I.%I using (%s) with check (true)', guarded.schemaname, guarded.tablename, guarded.qual);
    end loop;
end $$;
