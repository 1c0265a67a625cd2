-- The registry (what people edit) and the catalogue (what the pipeline has done).
-- Everything lives in schema soam; Jakarta Batch keeps its own tables in schema public.

create table data_sources (
  id              bigint generated always as identity primary key,
  name            varchar(100) not null,
  type_name       varchar(50)  not null,
  config          jsonb        not null,
  ingestion_id    varchar(255) not null unique,
  enabled         boolean      not null default true,
  status          varchar(20)  not null default 'inactive'
                  check (status in ('inactive', 'connecting', 'active', 'error', 'stopped')),
  last_connection timestamptz,
  last_error      text,
  created_by      varchar(255) not null,
  created_at      timestamptz  not null default now(),
  updated_at      timestamptz  not null default now(),
  lock_version    integer      not null default 0
);

create table devices (
  id                  bigint generated always as identity primary key,
  ingestion_id        varchar(255),
  name                varchar(255) not null,
  description         text,
  enabled             boolean      not null default true,
  sensitivity         varchar(20)  not null default 'internal'
                      check (sensitivity in ('public', 'internal', 'confidential', 'restricted')),
  data_retention_days integer      not null default 90 check (data_retention_days between 1 and 3650),
  created_by          varchar(255) not null,
  updated_by          varchar(255),
  created_at          timestamptz  not null default now(),
  updated_at          timestamptz  not null default now(),
  lock_version        integer      not null default 0
);
-- One device per stream, and one wildcard (a device without a stream).
create unique index devices_one_per_stream on devices (ingestion_id) nulls not distinct;

create table normalization_rules (
  id              bigint generated always as identity primary key,
  ingestion_id    varchar(255),
  raw_key         varchar(255) not null check (raw_key = lower(trim(raw_key)) and raw_key <> ''),
  canonical_key   varchar(255) not null check (trim(canonical_key) <> ''),
  enabled         boolean      not null default true,
  applied_count   bigint       not null default 0,
  last_applied_at timestamptz,
  created_by      varchar(255) not null,
  updated_by      varchar(255),
  created_at      timestamptz  not null default now(),
  updated_at      timestamptz  not null default now(),
  lock_version    integer      not null default 0
);
create unique index normalization_rules_one_per_key on normalization_rules (ingestion_id, raw_key) nulls not distinct;

create table settings (
  key          varchar(100) primary key,
  value        varchar(1024) not null,
  value_type   varchar(10)   not null check (value_type in ('string', 'number', 'boolean', 'json')),
  description  text,
  category     varchar(100),
  created_by   varchar(255)  not null,
  updated_by   varchar(255),
  created_at   timestamptz   not null default now(),
  updated_at   timestamptz   not null default now(),
  lock_version integer       not null default 0
);

-- What the pipeline works with. Written in the transaction of the edit that causes it, never changed.
create table pipeline_configurations (
  version    bigint primary key,
  document   jsonb        not null,
  reason     text         not null,
  created_by varchar(255) not null,
  created_at timestamptz  not null default now()
);

-- The Spark application that may write silver and gold. Whoever holds another epoch has been replaced.
create table enrichment_applications (
  name           varchar(50) primary key,
  epoch          bigint      not null,
  state          varchar(20) not null
                 check (state in ('starting', 'running', 'stopping', 'stopped', 'failed')),
  application_id varchar(100),
  message        text,
  started_at     timestamptz,
  heartbeat_at   timestamptz
);
insert into enrichment_applications (name, epoch, state) values ('enrichment', 0, 'stopped');

-- A micro-batch: its objects and its configuration are fixed when it is planned, so that a repetition
-- after a crash does exactly the same.
create table enrichment_batches (
  id                    bigint primary key,
  epoch                 bigint      not null,
  configuration_version bigint      not null references pipeline_configurations,
  object_count          integer     not null,
  row_count             bigint      not null,
  planned_at            timestamptz not null default now(),
  committed_at          timestamptz,
  report                jsonb
);
create index enrichment_batches_committed on enrichment_batches (committed_at);
create unique index enrichment_batches_one_open on enrichment_batches ((committed_at is null))
  where committed_at is null;

-- Every bronze object, registered after it is stored. batch_id is null until a micro-batch takes it.
create table bronze_objects (
  id                bigint generated always as identity primary key,
  object_key        varchar(1024) not null unique,
  ingestion_id      varchar(255)  not null,
  row_count         bigint        not null,
  byte_count        bigint        not null,
  first_received_at timestamptz   not null,
  last_received_at  timestamptz   not null,
  registered_at     timestamptz   not null default now(),
  batch_id          bigint references enrichment_batches
);
create index bronze_objects_waiting on bronze_objects (id) where batch_id is null;
create index bronze_objects_batch on bronze_objects (batch_id);
create index bronze_objects_stream on bronze_objects (ingestion_id, last_received_at);
