-- Since when somebody has said why a limit was missed: those of whom nobody has are a list that is walked, not sought among all.
alter table sla.clock add column accounted_at timestamptz;
update sla.clock c set accounted_at = a.accounted_at from sla.breach_account a where a.clock = c.id;
create index on sla.clock (breached_at desc, id desc) where breached_at is not null and accounted_at is null;
create index on sla.clock (unit, breached_at desc, id desc) where breached_at is not null and accounted_at is null;
create index on sla.breach_account (cause, clock);
