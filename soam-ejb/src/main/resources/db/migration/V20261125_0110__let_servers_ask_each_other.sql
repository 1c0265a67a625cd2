-- Questions of one server to the others, and their answers. They live for seconds and need not survive a crash.
create unlogged table replica_questions (
  id       uuid primary key,
  asker    uuid         not null,
  topic    varchar(50)  not null,
  body     text         not null,
  asked_at timestamptz  not null default clock_timestamp()
);
create index replica_questions_asked on replica_questions (asked_at);
create unlogged table replica_answers (
  question uuid not null references replica_questions on delete cascade,
  instance uuid not null,
  body     text not null,
  primary key (question, instance)
);

-- What each server tells the others with its heartbeat, for sums over all.
alter table servers add column figures jsonb not null default '{}';

-- How many messages each preview keeps, on all servers; as configured while there is no row.
create table preview_sizes (
  only_row boolean primary key default true check (only_row),
  max_rows integer      not null check (max_rows >= 1),
  set_by   varchar(255) not null,
  set_at   timestamptz  not null default clock_timestamp()
);
