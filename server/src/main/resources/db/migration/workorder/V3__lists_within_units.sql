-- Whoever looks after some units walks past the rows of others: with the unit at their end, indexes know them without their rows.
do $$
declare
    list record;
begin
    for list in select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition from pg_index
        where indrelid = 'workorder.work_order'::regclass and pg_get_indexdef(indexrelid) ~ ', id( DESC)?\)|\((opened_at|updated_at) DESC, id DESC\)'
            and pg_get_indexdef(indexrelid) !~ '\((unit|requester|assignee),'
    loop
        execute format('drop index %s', list.name);
        execute regexp_replace(list.definition, ', id( DESC)?\)', ', id\1, unit)');
    end loop;
end $$;
create index on workorder.work_order (unit, opened_at desc, id desc) where state not in ('CLOSED', 'CANCELLED');
