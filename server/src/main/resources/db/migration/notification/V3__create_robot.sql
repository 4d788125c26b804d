-- Robots of chat groups (群机器人). Where one is reached and with what it is signed lies sealed, both in one value: a secret belongs to its address.
-- There is none where whoever owns the database has emptied it, because the master key was lost.
create table notification.robot (
    id      uuid    primary key,
    version bigint  not null default 1,
    unit    uuid    not null references identity.unit_card,
    name    text    not null check (length(name) between 1 and 100),
    kind    text    not null check (kind in ('WECOM', 'DINGTALK', 'FEISHU')),
    active  boolean not null default true,
    host    text    not null check (length(host) between 1 and 253),
    signed  boolean not null,
    sealed  bytea,
    constraint wecom_knows_no_signature check (kind <> 'WECOM' or not signed)
);
create unique index one_robot_name on notification.robot (unit, lower(name));
create index on notification.robot (name collate "zh-Hans-CN-x-icu", id, unit);

-- What robots are to post, and what became of it: a queue whose old rows are the send log. Attempts lie at least a minute apart, so those of
-- the last minute are the posts tried in it.
create table notification.post (
    id        uuid        primary key,
    robot     uuid        not null references notification.robot,
    key       text        not null check (length(key) between 1 and 200),
    title     text        not null check (length(title) between 1 and 200),
    lines     text[]      not null,
    link      text        check (length(link) <= 1000),
    state     text        not null check (state in ('QUEUED', 'SENT', 'FAILED', 'NOT_SENT')),
    reason    text,
    said      text        check (length(said) <= 300),
    attempts  int         not null default 0,
    queued_at timestamptz not null,
    tried_at  timestamptz,
    next_at   timestamptz,
    at        timestamptz not null,
    constraint posted_once unique (robot, key),
    check ((state = 'QUEUED') = (next_at is not null)),
    check (state not in ('NOT_SENT', 'FAILED') or reason is not null)
);
create index on notification.post (robot, queued_at desc, id);
create index on notification.post (robot, next_at, id) where state = 'QUEUED';
create index on notification.post (robot, tried_at);

-- The general sight (hengwei.all, hengwei.units) opens nothing here: reading records is no reading of robots. The module says how far its own
-- permissions reach (RobotSight).
alter table notification.robot enable row level security;
create policy sight on notification.robot using (
    (select current_setting('hengwei.robots', true)) = 'on'
    or unit = any ((select case when current_setting('hengwei.robots', true) like '{%' then current_setting('hengwei.robots', true)::uuid[] end)::uuid[])
    or (select nullif(current_setting('hengwei.me', true), '')::uuid) = '00000000-0000-0000-0000-000000000001') with check (true);
alter table notification.post enable row level security;
create policy sight on notification.post using (exists (select 1 from notification.robot r where r.id = robot)) with check (true);
revoke delete on notification.robot, notification.post from ${runner};
