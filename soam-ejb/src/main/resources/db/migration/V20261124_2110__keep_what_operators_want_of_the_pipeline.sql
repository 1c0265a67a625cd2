-- What an administrator wants of the application: kept apart from state, which the application itself writes.
alter table enrichment_applications
  add column wanted    boolean not null default true,
  add column wanted_by varchar(255);
