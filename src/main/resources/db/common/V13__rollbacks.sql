-- Scripts that take others back: which, and what of them.
create table rollback_script (
  repository  bigint not null,
  iid         bigint not null,          -- the merge request that brings the script
  path        text not null,
  deployment  bigint not null references deployment (id),   -- what is taken back
  database    varchar(200) not null,
  of_path     text not null,
  steps       text not null,            -- JSON: the seqs of the statements that are taken back
  asked_by    text not null,            -- JSON: who asked for it, and so is its author
  asked_at    bigint not null,
  primary key (repository, iid, path, database)
);

-- What was taken back, where.
create table undone (
  rollout     bigint not null references rollout (id),
  path        text not null,
  by_rollout  bigint not null references rollout (id),
  undone_at   bigint not null,
  primary key (rollout, path)
);

-- Deployments that a person ran without a merge request of their own.
create table direct_rollback (
  deployment  bigint not null primary key references deployment (id),
  asked_by    text not null,
  reason      text not null
);
