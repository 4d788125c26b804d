-- The kind is a token too: whoever searches one kind meets no other.
drop index record.record_tokens_tokens_idx;
update record.record_tokens t set tokens = t.tokens || ('=' || c.kind) from record.record_card c where c.id = t.record;
create index on record.record_tokens using gin (tokens);
