-- Append-only: the value in force is the last one by effective_from; a null value takes the scope back to what it inherits.
create table setting.setting_value (
    id             bigint      generated always as identity primary key,
    key            text        not null,
    scope_kind     text        not null,
    scope_id       uuid,
    value          jsonb,
    effective_from timestamptz not null,
    changed_by     uuid        not null,
    changed_at     timestamptz not null,
    reason         text        not null,
    check ((scope_kind = 'GLOBAL') = (scope_id is null))
);
create index on setting.setting_value (key, id desc);

revoke update, delete on setting.setting_value from ${runner};
