-- The Spark application signs in with a role of its own that can touch nothing but its catalogue.
do $$
begin
  if exists (select from pg_roles where rolname = '${pipelineRole}') then
    execute format('grant usage on schema %I to %I', current_schema(), '${pipelineRole}');
    execute format('grant select on pipeline_configurations to %I', '${pipelineRole}');
    execute format('grant select, update (batch_id) on bronze_objects to %I', '${pipelineRole}');
    execute format('grant select, insert, update on enrichment_batches to %I', '${pipelineRole}');
    execute format('grant select, update on enrichment_applications to %I', '${pipelineRole}');
  end if;
end
$$;
