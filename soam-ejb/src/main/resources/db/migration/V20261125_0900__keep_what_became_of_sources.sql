-- What became of each data source on each server: one row for each change of its state. While it fails for the same
-- reason again and again, the row counts. Bounded by io.soam.ingestion.control.SourceEvents.
create table source_events (
  id            bigint generated always as identity primary key,
  event_key     uuid         not null unique,
  source_id     bigint       not null references data_sources on delete cascade,
  pod_name      varchar(255) not null,
  at            timestamptz  not null,
  last_at       timestamptz  not null,
  occurrences   bigint       not null,
  status_before varchar(20)
                check (status_before in ('inactive', 'connecting', 'active', 'error', 'stopped')),
  status        varchar(20)  not null
                check (status in ('inactive', 'connecting', 'active', 'error', 'stopped')),
  error         text
);
create index source_events_newest on source_events (source_id, last_at desc, id desc);
