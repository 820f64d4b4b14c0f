create table ledger (
  id            bigint primary key,         -- 1, 2, 3 … without gaps
  at            bigint not null,
  actor         varchar(200) not null,
  action        varchar(100) not null,
  repository    bigint,
  merge_request bigint,
  target        varchar(200),
  digest        varchar(64),
  reason        text,
  details       text not null,              -- JSON
  previous      varchar(64) not null,
  hash          varchar(64) not null unique
);
create index ledger_merge_request on ledger (repository, merge_request);
create index ledger_target on ledger (target);
