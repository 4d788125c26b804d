-- What a calendar says itself (its layer), and on which version of which other one it stands. `definition` is what both come to:
-- a version alone tells what was counted by it, also when the calendar under it has long become another.
alter table calendar.calendar
    add base         text,
    add base_version integer,
    add layer        jsonb,
    add made_by      uuid;
update calendar.calendar set layer = jsonb_build_object(
    'base', null, 'zone', definition -> 'zone', 'weekly', definition -> 'weekly', 'holidays', definition -> 'holidays',
    'makeUpDays', definition -> 'makeUpDays', 'oneOffs', definition -> 'oneOffs', 'years', '[]'::jsonb,
    'standardDay', definition -> 'standardDay');
alter table calendar.calendar
    alter layer set not null,
    add check ((base is null) = (base_version is null)),
    add check (base <> id),
    add foreign key (base, base_version) references calendar.calendar (id, version);
