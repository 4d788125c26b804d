-- A unit that is closed keeps its history; nothing new is entered for it.
alter table identity.unit_card add column active boolean not null default true;
