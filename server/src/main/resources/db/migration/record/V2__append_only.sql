-- The running role may add to history and read it; nothing else. It never touches a partition by its own name.
revoke update, delete, truncate on record.journal, record.journal_position from ${runner};

-- Keeps a partition for this month and the next twelve; the running role may call it but create nothing itself.
create function record.ensure_partitions(today timestamptz) returns int language plpgsql security definer set search_path = record, pg_temp as $$
declare
    first date;
    name  text;
    made  int := 0;
begin
    for month in 0..12 loop
        first := (date_trunc('month', today at time zone 'UTC') + make_interval(months => month))::date;
        name := format('journal_%s', to_char(first, 'YYYYMM'));
        if to_regclass('record.' || name) is null then
            execute format('create table record.%I partition of record.journal for values from (%L) to (%L)', name,
                first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
            execute format('revoke all on record.%I from %s', name, '${runner}');
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
revoke execute on function record.ensure_partitions(timestamptz) from public;
grant execute on function record.ensure_partitions(timestamptz) to ${runner};
select record.ensure_partitions(now());
