-- The role requests run as, the row-level security every table gets, and what all parts of the product share.

do $$ begin
  create role mujun_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

do $$ begin
  execute format('grant usage on schema %I to mujun_app', current_schema());
  execute format('grant mujun_app to %I', current_user);
exception when others then
  -- A superuser may not be granted roles by some databases, and does not need it.
  if not (select rolsuper from pg_roles where rolname = current_user) then raise; end if;
end $$;

-- Rows of the own zone only. `rights` is what the application may do with the table.
create procedure protect_by_zone(target text, rights text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', target);
  execute format(
    'create policy own_zone on %I to mujun_app using (zone_id = (select current_setting(''app.zone'', true)))', target);
  execute format('grant %s on %I to mujun_app', rights, target);
end $$;

-- The same, and of these the rows of the enterprises within the actor's reach.
create procedure protect_by_enterprise(target text, rights text) language plpgsql as $$
begin
  call protect_by_zone(target, rights);
  execute format('create policy within_reach on %I as restrictive to mujun_app using (
    case (select current_setting(''app.reach'', true))
      when ''zone'' then true
      when ''enterprise'' then enterprise_id = any ((select current_setting(''app.enterprises'', true))::uuid[])
      when ''park'' then enterprise_id in (
        select e.enterprise_id from enterprise e
        where e.zone_id = (select current_setting(''app.zone'', true))
          and e.park_id = any ((select current_setting(''app.parks'', true))::uuid[]))
      else false
    end)', target);
end $$;

-- As protect_by_zone for tables that have nothing for the public and nothing for a single enterprise or park.
create procedure protect_for_offices(target text, rights text) language plpgsql as $$
begin
  call protect_by_zone(target, rights);
  execute format('create policy offices_only on %I as restrictive to mujun_app using (
    (select current_setting(''app.reach'', true)) = ''zone'')', target);
end $$;

create table zone (
  zone_id text primary key,
  name text not null,
  region_code text,
  synthetic boolean not null default false,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
call protect_by_zone('zone', 'select, update');

-- One chain of hashes per zone; a row is written once and never changed.
create table audit_entry (
  zone_id text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  role text not null,
  action text not null,
  object_type text not null,
  object_id text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  address text not null default '',
  request_id text not null default '',
  details jsonb not null default '{}',
  prev_hash text not null,
  hash text not null,
  primary key (zone_id, seq)
);
create index audit_entry_by_object on audit_entry (zone_id, object_type, object_id, seq);
create index audit_entry_by_time on audit_entry (zone_id, at);
call protect_by_zone('audit_entry', 'select, insert');

create table audit_head (
  zone_id text primary key,
  seq bigint not null,
  hash text not null
);
call protect_by_zone('audit_head', 'select, insert, update');

-- What runs in the background, as the people who wait for it see it. The queue behind it only says when.
create table job (
  zone_id text not null,
  job_id uuid not null,
  kind text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  result jsonb,
  error jsonb,
  progress double precision not null default 0 check (progress between 0 and 1),
  cancel_requested boolean not null default false,
  attempts int not null default 0,
  requested_by jsonb not null,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (zone_id, job_id)
);
create index job_by_time on job (zone_id, requested_at);
create index job_waiting on job (requested_at) where state in ('queued', 'running');
call protect_by_zone('job', 'select, insert, update');

create table notice (
  zone_id text not null,
  notice_id uuid not null,
  user_id text not null,
  code text not null,
  params jsonb not null default '{}',
  link text,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (zone_id, notice_id)
);
create index notice_by_user on notice (zone_id, user_id, created_at);
call protect_by_zone('notice', 'select, insert, update');

-- Files people sent or the product made; kept in the database so that a row and its file are saved or lost together.
create table file (
  zone_id text not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bigint not null,
  content bytea not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (zone_id, file_id)
);
call protect_by_zone('file', 'select, insert, delete');

-- The answer to a request that carried an idempotency key, so that sending it twice does it once.
create table idempotent_request (
  zone_id text not null,
  user_id text not null,
  key text not null,
  request_hash text not null,
  status int not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (zone_id, user_id, key)
);
call protect_by_zone('idempotent_request', 'select, insert, delete');
