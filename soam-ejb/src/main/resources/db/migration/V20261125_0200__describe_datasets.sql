-- What was found in the messages of a segment, written in the transaction that registers its bronze objects.
-- Merged into the tables below soon after, by one server at a time, and deleted in the same transaction.
create table schema_observations (
  id            bigint generated always as identity primary key,
  content       bytea       not null,
  message_count bigint      not null,
  observed_at   timestamptz not null default now(),
  -- Why it cannot be merged; it is kept for the developers, and no other waits for it.
  defect        text
);
create index schema_observations_waiting on schema_observations (id) where defect is null;

-- One row per stream. profile is the whole state; the columns beside it are what lists show, filter and sort.
create table dataset_metadata (
  ingestion_id      varchar(255) primary key,
  topic             text         not null,
  source_type       varchar(50)  not null,
  source_id         varchar(255) not null,
  record_count      bigint       not null,
  unreadable_count  bigint       not null,
  data_size_bytes   bigint       not null,
  first_seen        timestamptz  not null,
  last_seen         timestamptz  not null,
  first_event_time  timestamptz,
  last_event_time   timestamptz,
  unique_sensor_ids bigint       not null,
  field_count       integer      not null,
  field_types       jsonb        not null,
  profile           bytea        not null,
  created_at        timestamptz  not null default now(),
  updated_at        timestamptz  not null default now()
);

create index dataset_metadata_topic on dataset_metadata (topic);
create index dataset_metadata_source on dataset_metadata (source_id);

create table schema_evolution (
  id            bigint generated always as identity primary key,
  ingestion_id  varchar(255)  not null references dataset_metadata on delete cascade,
  change        varchar(20)   not null
                check (change in ('field_added', 'type_changed', 'field_vanished', 'field_reappeared')),
  field_name    varchar(500)  not null,
  previous_type varchar(20),
  field_type    varchar(20),
  first_seen    timestamptz   not null,
  example       text,
  message_id    varchar(64)   not null,
  object_key    varchar(1024)
);
create index schema_evolution_stream on schema_evolution (ingestion_id, first_seen, id);

-- Figures that are computed, per stream and hour of reception. They add up.
create table quality_hours (
  ingestion_id     varchar(255) not null references dataset_metadata on delete cascade,
  hour             timestamptz  not null,
  records          bigint       not null,
  unreadable       bigint       not null,
  expected_values  bigint       not null,
  present_values   bigint       not null,
  type_conflicts   bigint       not null,
  order_checked    bigint       not null,
  out_of_order     bigint       not null,
  duplicates       bigint       not null,
  future_times     bigint       not null,
  missing_times    bigint       not null,
  unparsable_times bigint       not null,
  lateness         bigint[]     not null,
  primary key (ingestion_id, hour)
);
create index quality_hours_age on quality_hours (hour);

-- Figures that people or other systems have measured.
create table data_quality (
  id               bigint generated always as identity primary key,
  ingestion_id     varchar(255)     not null references dataset_metadata on delete cascade,
  metric_name      varchar(100)     not null check (trim(metric_name) <> ''),
  metric_value     double precision not null,
  measurement_time timestamptz      not null,
  created_by       varchar(255)     not null
);
create index data_quality_stream on data_quality (ingestion_id, measurement_time);
create index data_quality_age on data_quality (measurement_time);
