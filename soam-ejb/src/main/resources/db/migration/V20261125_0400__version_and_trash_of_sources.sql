-- Raised by each change that a person makes, so that nobody overwrites what he has not seen. The row's
-- lock_version also counts what connectors report.
alter table data_sources add column version integer not null default 1;

-- Deleted data sources, so that a deletion can be undone. Secrets stay encrypted.
create table deleted_data_sources (
  id           bigint primary key,
  name         varchar(100) not null,
  type_name    varchar(50)  not null,
  config       jsonb        not null,
  ingestion_id varchar(255) not null,
  enabled      boolean      not null,
  revision     bigint       not null,
  version      integer      not null,
  created_by   varchar(255) not null,
  created_at   timestamptz  not null,
  deleted_by   varchar(255) not null,
  deleted_at   timestamptz  not null
);
create index deleted_data_sources_by_time on deleted_data_sources (deleted_at);
