-- How much work an order had told of by each completion: after rework only what is new counts.
alter table incident.feedback_taken add column minutes int not null default 0 check (minutes >= 0);
