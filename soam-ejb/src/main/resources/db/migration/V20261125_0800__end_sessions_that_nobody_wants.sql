-- What brokers keep for data sources while no connector is connected, so that it can be ended when nobody is to use
-- it any more. A row is noted before a connector starts and outlives its data source; it goes when the broker has
-- confirmed, or would have dropped the session by itself. Secrets stay encrypted.
create table source_sessions (
  ingestion_id    varchar(255) not null,
  name            varchar(600) not null,
  pod_name        varchar(255) not null, -- who has used it last
  source_id       bigint       not null,
  source_name     varchar(100) not null,
  type_name       varchar(50)  not null,
  config          jsonb        not null,
  revision        bigint       not null,
  kept_seconds    bigint       not null,
  uses            bigint       not null default 1, -- whoever ends it sees whether it was used meanwhile
  unwanted_since  timestamptz,
  attempts        integer      not null default 0,
  next_attempt_at timestamptz  not null default clock_timestamp(),
  primary key (ingestion_id, name)
);
create index source_sessions_due on source_sessions (next_attempt_at);
