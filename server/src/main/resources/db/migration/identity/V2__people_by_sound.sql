-- Lists of people are sorted as Chinese readers expect: by sound.
create index on identity.person_card ((name collate "zh-Hans-CN-x-icu"), id);
