-- Steps of escalation: where on a clock's way they lie (twice the percentage, one more by time on the wall), and which have been taken.
alter table sla.clock add column marks int[] not null default '{}';
alter table sla.clock add column taken int[] not null default '{}';
alter table sla.clock_event add column marks int[] not null default '{}';
alter table sla.clock_event add column mark int;
alter table sla.clock_event drop constraint clock_event_kind_check;
alter table sla.clock_event add constraint clock_event_kind_check check (kind in
    ('START', 'PAUSE', 'RESUME', 'RETARGET', 'RESTART', 'STOP', 'WARN', 'BREACH', 'CANCEL', 'NO_PAUSE', 'ESCALATE'));
alter table sla.clock_event add constraint clock_event_mark check ((kind = 'ESCALATE') = (mark is not null));
