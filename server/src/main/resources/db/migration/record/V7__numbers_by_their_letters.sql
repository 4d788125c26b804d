-- What begins with some letters is a range of them, in whichever language the database sorts.
alter table record.record_card alter column number type text collate "C";
