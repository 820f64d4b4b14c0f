-- ${identity} and ${bytes} are the places where SQLite and PostgreSQL differ.
create table lane (
  name        varchar(300) primary key,
  wake_at     bigint,                       -- epoch millis; null: nothing to do
  owner       varchar(100),
  lease_until bigint,
  token       bigint not null default 0     -- grows with every claim and never starts again: lane rows are kept for ever
);
create index lane_wake_at on lane (wake_at);

create table item (
  id          ${identity},
  lane        varchar(300) not null references lane (name),
  kind        varchar(60) not null,
  payload     text not null,                -- JSON
  dedup_key   varchar(300) unique,
  ready_at    bigint not null,
  attempts    int not null default 0,
  state       varchar(10) not null,         -- READY, DONE, DEAD
  last_error  text,
  created_at  bigint not null,
  finished_at bigint
);
create index item_lane on item (lane, state, id);
create index item_state on item (state, ready_at);

create table timer (
  name    varchar(100) primary key,
  next_at bigint not null
);
