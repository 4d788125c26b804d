-- Accounts of real persons: the staff number, what kind of account it is, when it ends by itself; the code with which a person sets the own
-- password; the rules of conduct and who has agreed to them.
alter table identity.person_card add column ends_at timestamptz;
create index on identity.person_card (ends_at) where ends_at is not null;
alter table identity.person
    add column staff_number  text check (length(staff_number) between 1 and 40),
    add column post          text check (length(post) between 1 and 100),
    add column account_class text not null default 'PERSON' check (account_class in ('PERSON', 'INTEGRATION')),
    add column holds_account boolean not null default true,
    add constraint a_system_has_no_staff_number check (account_class = 'PERSON' or staff_number is null);
update identity.person d set holds_account = false from identity.person_card c where c.id = d.id and not c.active;
create unique index one_staff_number on identity.person (lower(staff_number)) where holds_account;

-- One account a person, whoever writes: who has left holds none, and the number is free for whoever comes back.
create function identity.account_held() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
    update identity.person set holds_account = new.active where id = new.id and holds_account <> new.active;
    return null;
end $$;
create trigger account_held after update of active on identity.person_card for each row execute function identity.account_held();

create table identity.activation (
    person     uuid        primary key references identity.person_card,
    hash       bytea       not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
alter table identity.activation enable row level security;
create policy own on identity.activation using ((select nullif(current_setting('hengwei.me', true), '')::uuid)
    in (person, '00000000-0000-0000-0000-000000000001')) with check (true);
-- Whoever looks after accounts makes a code without being able to read one.
create function identity.offer_activation(whose uuid, code bytea, at timestamptz, until timestamptz) returns void
language sql security definer set search_path = identity, pg_temp as $$
    insert into identity.activation (person, hash, made_at, expires_at) values (whose, code, at, until)
    on conflict (person) do update set hash = excluded.hash, made_at = excluded.made_at, expires_at = excluded.expires_at
$$;
create function identity.forget_activation(whose uuid) returns void
language sql security definer set search_path = identity, pg_temp as $$
    delete from identity.activation where person = whose
$$;

create table identity.conduct_rules (
    version      int         primary key check (version > 0),
    text_zh      text        not null check (length(text_zh) between 1 and 20000),
    text_en      text        not null check (length(text_en) between 1 and 20000),
    published_at timestamptz not null,
    published_by uuid        not null
);
create table identity.conduct_consent (
    person  uuid        not null references identity.person_card,
    version int         not null references identity.conduct_rules,
    at      timestamptz not null,
    address text        not null,
    primary key (person, version)
);
revoke update, delete, truncate on identity.conduct_rules, identity.conduct_consent from ${runner};
alter table identity.conduct_consent enable row level security;
create policy sight on identity.conduct_consent for select using (
    (select current_setting('hengwei.all', true)) = 'on'
    or (select current_setting('hengwei.people', true)) = 'on'
    or person = (select nullif(current_setting('hengwei.me', true), '')::uuid)
    or exists (select 1 from identity.person_card c where c.id = conduct_consent.person and c.unit = any ((select case
        when current_setting('hengwei.people', true) like '{%' then current_setting('hengwei.people', true)::uuid[] end)::uuid[])));
create policy birth on identity.conduct_consent for insert with check (true);

alter table identity.credential drop constraint credential_stage_check;
alter table identity.credential add constraint credential_stage_check check (stage in ('OPEN', 'PASSWORD', 'FACTOR', 'CONDUCT'));

-- What is still open for whom: counts alone, for the list of those who have left.
create view identity.open_account_card as
    select p.id as person,
        (select count(*) from identity.role_grant g where g.person = p.id and (g.until_at is null or g.until_at > now())) as grants,
        (select count(*) from identity.group_member m where m.person = p.id) as memberships,
        (select count(*) from identity.credential c where c.person = p.id and c.kind = 'SESSION' and c.revoked_at is null and c.expires_at > now()) as sessions,
        (select count(*) from identity.credential c where c.person = p.id and c.kind = 'TOKEN' and c.revoked_at is null
            and (c.expires_at is null or c.expires_at > now())) as tokens
    from identity.person_card p;
revoke insert, update, delete on identity.open_account_card from ${runner};
