-- What people said about when a rollout may start. A row is there from the first word on.
create table rollout_timing (
  rollout     bigint primary key references rollout (id),
  not_before  bigint,                       -- epoch millis; null: as soon as it may
  planned_by  varchar(255),
  held_at     bigint,                       -- null: not held
  held_by     varchar(255),
  held_why    text,
  rushed_by   varchar(255),                 -- null: windows and freezes hold
  rushed_why  text
);

-- Environments that people froze. Rows stay when a freeze ends.
create table environment_freeze (
  id          ${identity},
  environment varchar(100) not null,
  reason      text not null,
  made_by     varchar(255) not null,
  at          bigint not null,
  ends_at     bigint,                       -- null: until somebody lifts it
  lifted_at   bigint
);
create index environment_freeze_environment on environment_freeze (environment, lifted_at);
