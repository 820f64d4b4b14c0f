-- The tables that the statements of a deployment make, change or write to: who changed this table, and when.
create table touched_statement (
  deployment bigint not null references deployment (id),
  database   varchar(200) not null,
  name       text not null,                 -- of the table, as Touches has it
  kind       varchar(100) not null,         -- in words: ADD COLUMN
  path       varchar(1000) not null,
  line       int not null,                  -- where the statement begins
  primary key (deployment, database, name, kind, path, line)
);

create index touched_statement_name on touched_statement (database, name);
