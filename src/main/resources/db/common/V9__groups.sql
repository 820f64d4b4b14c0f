-- Several targets of a database in one environment.
create table group_place (
  rollout  bigint primary key references rollout (id),
  wave     int not null,                    -- 0: a canary
  failures int not null                     -- how often it stopped because of an error
);

-- Databases that a target with "discover" found on its server at the last look.
create table discovered_target (
  database    varchar(200) not null,
  environment varchar(100) not null,
  pattern     varchar(200) not null,
  shard       varchar(200) not null,
  seen_at     bigint not null,              -- first
  primary key (database, environment, pattern, shard)
);
