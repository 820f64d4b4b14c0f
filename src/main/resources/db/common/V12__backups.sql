-- What deployments keep of rows before they change them: one row per statement, also for those of
-- which nothing could be kept.
create table backup (
  rollout       bigint not null references rollout (id),
  seq           int not null,
  kind          varchar(20) not null,
  source        text not null,              -- JSON
  backup_table  text not null,              -- JSON
  shape         text not null,              -- JSON
  state         varchar(20) not null,
  note          text not null,
  row_count     bigint,
  byte_count    bigint,
  created_at    bigint not null,
  expires_at    bigint not null,
  dropped_at    bigint,
  primary key (rollout, seq)
);

create index backup_expiry on backup (state, expires_at);
