-- Under which consent a password was read, and who agreed: written with the reading, for whoever sees the log but not the consent.
alter table vault.reveal add column consent uuid, add column consent_number text, add column seconds uuid[] not null default '{}';
alter table vault.reveal add check ((consent is null) = (consent_number is null));
