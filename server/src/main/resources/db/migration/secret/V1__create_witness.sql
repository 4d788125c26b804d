-- A value without meaning, sealed under the master key of this database: whoever starts with another key is told before anything is lost.
create table secret.witness (
    one    boolean primary key default true check (one),
    sealed bytea   not null
);
revoke delete on secret.witness from ${runner};
