create table waiver (
  id           ${identity},
  repository   bigint not null,
  iid          bigint not null,
  fingerprint  varchar(100) not null,
  rule         varchar(100) not null,
  reason       text not null,
  username     text not null,
  at           bigint not null,
  ends_at      bigint,                        -- null: holds as long as the statement stays as it is
  withdrawn_at bigint
);
create index waiver_merge_request on waiver (repository, iid, fingerprint);
