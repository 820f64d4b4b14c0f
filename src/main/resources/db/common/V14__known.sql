-- What a target should look like because somebody said so, besides what rollouts left.
create table baseline (
  id       ${identity},
  target   varchar(300) not null,
  kind     varchar(20) not null,              -- FIRST, ACCEPTED, RENEWED
  snapshot bigint not null references snapshot (id),
  reason   text not null,
  made_by  varchar(255) not null,
  at       bigint not null
);
create index baseline_target on baseline (target, at);

-- How each target looked when it was looked at last.
create table drift (
  target     varchar(300) primary key,
  outcome    varchar(20) not null,            -- AS_EXPECTED, DRIFTED, NOT_COMPARED
  note       text not null,                   -- why it was not compared
  expected   bigint references snapshot (id), -- while it has drifted
  found      bigint references snapshot (id),
  since      bigint,
  checked_at bigint not null,
  told       varchar(64) not null             -- of what the open issue says; empty without one
);

-- The difference that a rollout met and went on with.
create table rollout_drift (
  rollout  bigint primary key references rollout (id),
  expected bigint not null references snapshot (id),
  found    bigint not null references snapshot (id),
  diff     text not null                      -- of what counts, as people may see it
);

-- Scripts that ran on a target before Sluice, as its own history there tells; kind BASELINE: all
-- versions up to this one.
create table known_script (
  target     varchar(300) not null,
  database   varchar(255) not null,
  path       varchar(700) not null,
  kind       varchar(20) not null,
  version    varchar(255) not null,
  sha256     varchar(64) not null,
  source     varchar(255) not null,
  applied_at bigint not null,
  primary key (target, path)
);
create index known_script_database on known_script (database);
