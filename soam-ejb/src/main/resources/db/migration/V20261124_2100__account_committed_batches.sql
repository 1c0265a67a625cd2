-- Each committed micro-batch is counted by one server: rule usage in the database, the rest in its metrics.
alter table enrichment_batches add column accounted_by varchar(255);
create index enrichment_batches_to_account on enrichment_batches (id)
  where committed_at is not null and accounted_by is null;
