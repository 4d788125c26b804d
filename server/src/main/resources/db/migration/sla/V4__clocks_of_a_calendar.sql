-- Running clocks are found by their calendar: those that a new version moves, and all of them for the preview of one.
create index on sla.clock (calendar, calendar_version, id) where state = 'RUNNING';
