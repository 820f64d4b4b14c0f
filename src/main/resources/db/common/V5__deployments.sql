create table schema_text (
  sha256 varchar(64) primary key,
  gzip   ${bytes} not null
);

create table snapshot (
  id             ${identity},
  sha256         varchar(64) not null references schema_text (sha256),
  format         int not null,
  server_version varchar(200) not null,
  unique (sha256, format, server_version)
);

create table deployment (
  id         ${identity},                   -- in the branch's first-parent order
  repository bigint not null,
  iid        bigint not null,
  digest     varchar(64) not null,
  branch     varchar(255) not null,
  sha        varchar(64) not null,          -- the commit on the branch whose content is deployed
  created_at bigint not null,
  unique (repository, iid, sha),
  foreign key (repository, iid, digest) references change (repository, iid, digest)
);

create table rollout (
  id                ${identity},
  deployment        bigint not null references deployment (id),
  target            varchar(300) not null,
  database          varchar(200) not null,
  environment       varchar(100) not null,
  state             varchar(20) not null,
  reason            text not null,
  started_by        varchar(255) not null,
  started_at        bigint,
  ended_at          bigint,
  token             bigint,                 -- of the lane at the last try
  before_snapshot   bigint references snapshot (id),
  after_snapshot    bigint references snapshot (id),
  gitlab_deployment bigint,
  unique (deployment, target)
);
create index rollout_target on rollout (target, state);

create table rollout_decision (
  rollout bigint not null references rollout (id),
  seq     int not null,
  verdict varchar(20) not null,
  reason  text not null,
  made_by varchar(255) not null,
  at      bigint not null,
  primary key (rollout, seq)
);

create table rollout_step (
  rollout         bigint not null references rollout (id),
  seq             int not null,
  path            varchar(1000) not null,
  line            int not null,
  sha256          varchar(64) not null,
  state           varchar(20) not null,
  committed       int not null,
  started_at      bigint not null,
  duration_millis bigint not null,
  row_count       bigint,
  warnings        text not null,            -- JSON
  error           text,                     -- JSON
  primary key (rollout, seq)
);
