-- When each account was last used, and whether it has a second factor: an instant and a flag, for whoever looks accounts over. Neither says
-- anything of the credentials themselves, which stay guarded.
create view identity.account_use_card as
    select p.id as person,
        (select max(case when c.kind = 'SESSION' then c.made_at else c.last_seen_at end) from identity.credential c where c.person = p.id) as last_sign_in,
        exists (select 1 from identity.second_factor f where f.person = p.id and f.confirmed_at is not null) as second_factor
    from identity.person_card p;
revoke insert, update, delete on identity.account_use_card from ${runner};
