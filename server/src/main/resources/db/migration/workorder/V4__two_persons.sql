-- Work that counts only when a second person who is here confirms it (WO-13).
alter table workorder.work_order add column two_persons boolean not null default false;
create index on workorder.work_order (opened_at desc, id desc, unit) where two_persons;
