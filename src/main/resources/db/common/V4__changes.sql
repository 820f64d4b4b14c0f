create table change (
  id          ${identity},
  repository  bigint not null,
  iid         bigint not null,
  digest      varchar(64) not null,
  head_sha    varchar(64) not null,         -- where this content was seen last
  remarks     text not null,                -- JSON
  recorded_at bigint not null,
  unique (repository, iid, digest)
);

create table change_script (
  change      bigint not null references change (id),
  ordinal     int not null,
  path        varchar(1000) not null,
  project     varchar(200) not null,
  kind        varchar(20) not null,
  version     varchar(100) not null,        -- empty for a repeatable script
  description text not null,
  sha256      varchar(64) not null,
  body        text not null,
  primary key (change, ordinal)
);

create table change_script_database (
  change   bigint not null,
  ordinal  int not null,
  database varchar(200) not null,
  primary key (change, ordinal, database),
  foreign key (change, ordinal) references change_script (change, ordinal) on delete cascade
);

create table review (
  id         ${identity},
  repository bigint not null,
  iid        bigint not null,
  head_sha   varchar(64) not null,
  digest     varchar(64) not null,
  passed     int not null,
  targets    text not null,                 -- JSON, one review per target
  at         bigint not null
);
create index review_merge_request on review (repository, iid, id);

create table finding (
  repository  bigint not null,
  iid         bigint not null,
  fingerprint varchar(100) not null,
  rule        varchar(100) not null,
  severity    varchar(10) not null,
  path        varchar(1000) not null,
  line        int not null,
  message     text not null,
  state       varchar(10) not null,
  discussion  varchar(100),                 -- null: told in the summary only
  digest      varchar(64) not null,         -- the content in which it was seen last
  first_seen  bigint not null,
  last_seen   bigint not null,
  primary key (repository, iid, fingerprint)
);

create table vote (
  id         ${identity},
  repository bigint not null,
  iid        bigint not null,
  user_id    bigint not null,
  username   varchar(255) not null,
  answer     varchar(10) not null,
  digest     varchar(64) not null,
  source     varchar(10) not null,
  at         bigint not null,
  reason     text not null,
  voided_at  bigint,
  voided_why text
);
create index vote_merge_request on vote (repository, iid, id);
