-- What open merge requests change, so that each can be told of the others.
create table touch (
  repository    bigint not null,
  iid           bigint not null,
  target_branch text not null,
  database      text not null,
  kind          varchar(20) not null,       -- TABLE or VERSION
  name          text not null,
  primary key (repository, iid, database, kind, name)
);

create index touch_of_all on touch (repository, target_branch, database, kind, name);
