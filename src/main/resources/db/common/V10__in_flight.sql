-- A person's wish to stop what runs, heard by whichever process runs it.
alter table rollout add column cancelled_by text;
-- Since when a gate has kept the rollout from its first statement.
alter table rollout add column held_back_since bigint;

-- What is to be seen of the statement that runs.
create table rollout_underway (
  rollout    bigint primary key references rollout (id),
  seq        int not null,
  statements int not null,
  statement  text not null,
  started_at bigint not null,
  stage      text,
  blockers   text not null,                 -- JSON
  seen_at    bigint not null
);

-- What its result note tells besides the statements.
create table rollout_remark (
  rollout bigint not null references rollout (id),
  topic   varchar(100) not null,
  words   text not null,
  at      bigint not null,
  primary key (rollout, topic)
);
