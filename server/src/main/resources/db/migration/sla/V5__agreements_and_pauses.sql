-- Where a target comes from (an agreement, a rule), clocks of vendors, pauses with a reason and an end, clocks that are counted anew.
alter table sla.clock add column source text;
alter table sla.clock add column paused_until timestamptz;
alter table sla.clock drop constraint clock_name_check;
alter table sla.clock add constraint clock_name_check check (name in ('CONFIRM', 'RESPONSE', 'RESTORE', 'VENDOR'));
do $$
declare
    old name;
begin
    select conname into strict old from pg_constraint
        where conrelid = 'sla.clock'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%next_check_at IS NULL%';
    execute format('alter table sla.clock drop constraint %I', old);
end $$;
alter table sla.clock add constraint clock_next_check check (
    next_check_at is null or state = 'RUNNING' or (state = 'PAUSED' and next_check_at = paused_until));
alter table sla.clock add constraint clock_paused_until check (paused_until is null or state = 'PAUSED');

alter table sla.clock_event add column source text;
alter table sla.clock_event add column reason text;
alter table sla.clock_event add column until_at timestamptz;
alter table sla.clock_event drop constraint clock_event_kind_check;
alter table sla.clock_event add constraint clock_event_kind_check check (kind in
    ('START', 'PAUSE', 'RESUME', 'RETARGET', 'RESTART', 'STOP', 'WARN', 'BREACH', 'CANCEL', 'NO_PAUSE'));
alter table sla.clock_event add constraint clock_event_pause check (kind in ('PAUSE', 'NO_PAUSE') or (reason is null and until_at is null));
