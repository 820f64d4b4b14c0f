create table branch_head (
  repository bigint not null,
  branch     varchar(255) not null,
  sha        varchar(64) not null,          -- the last commit that was handled
  handled_at bigint not null,
  primary key (repository, branch)
);

create table repository_cursor (
  repository   bigint primary key,
  seen_up_to   bigint not null              -- merge requests updated before then have been looked at
);

create table note_cursor (
  repository bigint not null,
  iid        bigint not null,
  note       bigint not null,               -- the highest note id that has been looked at
  primary key (repository, iid)
);

create table merge_request (
  repository      bigint not null,
  iid             bigint not null,
  repository_path varchar(500) not null,    -- for display
  title           text not null,
  web_url         text not null,
  author          varchar(255) not null,
  state           varchar(10) not null,
  target_branch   varchar(255) not null,
  head_sha        varchar(64) not null,
  digest          varchar(64),
  seen_at         bigint not null,
  primary key (repository, iid)
);
create index merge_request_seen on merge_request (seen_at);

create table commit_status (
  repository  bigint not null,
  sha         varchar(64) not null,
  name        varchar(100) not null,
  state       varchar(10) not null,
  description text not null,
  target_url  text not null,
  sent_at     bigint not null,
  primary key (repository, sha, name)
);

create table posting (
  repository  bigint not null,
  iid         bigint not null,
  purpose     varchar(200) not null,        -- what was said: summary, result/17, reply/4711 …
  discussion  varchar(100) not null,
  note        bigint not null,
  body_sha256 varchar(64) not null,
  posted_at   bigint not null,
  primary key (repository, iid, purpose)
);

create table command_run (
  repository bigint not null,
  iid        bigint not null,
  note       bigint not null,
  ordinal    int not null,                  -- which command of the note, from 1
  user_id    bigint not null,
  username   varchar(255) not null,
  line       text not null,
  outcome    varchar(20) not null,
  answer     text not null,
  at         bigint not null,
  primary key (repository, iid, note, ordinal)
);
