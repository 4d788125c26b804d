-- Which files the rows speak of: what a backup takes along. Everybody else has the attachments themselves.
create view document.file_card with (security_invoker = true) as select distinct sha256 from document.attachment;
revoke all on document.file_card from ${runner};
