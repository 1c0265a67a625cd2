-- What people want of a data source; what its connectors do follows, on every replica.
alter table data_sources add column wanted boolean not null default true;
-- Raised by a change of the configuration or a restart: a connector of an earlier revision is replaced.
alter table data_sources add column revision bigint not null default 1;
alter table data_sources add column updated_by varchar(255);
update data_sources set updated_by = created_by;
alter table data_sources alter column updated_by set not null;
