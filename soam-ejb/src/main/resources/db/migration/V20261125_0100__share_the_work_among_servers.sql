-- The servers that share the work. Who has not shown himself for some seconds is dead (by this database's clock);
-- another life may then take his name.
create table servers (
  pod_name     varchar(255) primary key,
  instance     uuid         not null unique,
  address      varchar(255) not null,
  started_at   timestamptz  not null default clock_timestamp(),
  heartbeat_at timestamptz  not null default clock_timestamp()
);

-- What one server at a time does. The fence rises with every new owner, also when the row was deleted meanwhile.
create sequence lease_fences;
create table leases (
  name       varchar(255) primary key,
  owner      uuid,
  pod_name   varchar(255),
  fence      bigint      not null,
  expires_at timestamptz not null
);
create index leases_owner on leases (owner);

-- What each living server has made of each data source; goes with either.
create table source_states (
  source_id       bigint      not null references data_sources on delete cascade,
  instance        uuid        not null references servers (instance) on delete cascade,
  revision        bigint      not null,
  status          varchar(20) not null
                  check (status in ('inactive', 'connecting', 'active', 'error', 'stopped')),
  error           text,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  last_success_at timestamptz,
  details         jsonb       not null default '{}',
  reported_at     timestamptz not null default clock_timestamp(),
  primary key (source_id, instance)
);
create index source_states_instance on source_states (instance);

-- What came of each data source on all servers, in steps of ten seconds for a day, and altogether.
create table source_activity (
  source_id bigint      not null references data_sources on delete cascade,
  at        timestamptz not null,
  received  bigint      not null,
  failed    bigint      not null,
  bytes     bigint      not null,
  primary key (source_id, at)
);
create index source_activity_at on source_activity (at);
create table source_totals (
  source_id       bigint primary key references data_sources on delete cascade,
  received        bigint not null,
  failed          bigint not null,
  bytes           bigint not null,
  last_message_at timestamptz
);

-- How each data source is doing on all living servers together; 12 seconds as in io.soam.replicas.
create view source_conditions as
select d.id as source_id,
       case when not (d.enabled and d.wanted)
              then case when d.status = 'inactive' then 'inactive' else 'stopped' end
            when bool_or(s.status = 'active') then 'active'
            when bool_or(s.status = 'error') then 'error'
            else 'connecting' end as status,
       case when d.enabled and d.wanted and not coalesce(bool_or(s.status = 'active'), false)
              then max(s.error) end as error,
       max(s.last_success_at) as last_success_at
from data_sources d
left join (source_states s
           join servers v on v.instance = s.instance
                         and v.heartbeat_at >= clock_timestamp() - interval '12 seconds')
       on s.source_id = d.id
group by d.id;
