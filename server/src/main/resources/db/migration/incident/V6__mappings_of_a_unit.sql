-- A mapping belongs to the unit that keeps it and serves that unit and those below. What is there already serves all.
alter table incident.history_mapping add column unit uuid;
update incident.history_mapping set unit = (select id from identity.unit_card where parent is null);
alter table incident.history_mapping alter column unit set not null;
