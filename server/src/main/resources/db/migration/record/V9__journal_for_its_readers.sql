-- The journal as whoever may read the ledger lists it: newest first, narrowed by one of these. `line_card` is a view with the reader's own
-- rights, so row-level security of the journal binds whoever reads it; the place is looked up only where it is asked for.
create index on record.journal (recorded_at desc, id desc);
create index on record.journal (actor, recorded_at desc, id desc);
create index on record.journal (kind, recorded_at desc, id desc);
create index on record.journal (command, recorded_at desc, id desc);
create index on record.journal (unit, recorded_at desc, id desc);

create view record.line_card with (security_invoker = true) as
    select j.id, j.subject, j.kind, j.version, j.unit, j.command, j.schema, j.body, j.from_state, j.to_state, j.actor, j.happened_at, j.recorded_at, p.seq
    from record.journal j left join record.journal_position p on p.line = j.id;
revoke insert, update, delete on record.line_card from ${runner};

create sequence record.number_lrv;
