-- What a zone consists of: offices, parks, enterprises, parcels, who uses which land, and the periods.

create table office (
  zone_id text not null,
  office_id uuid not null,
  code text not null,
  name text not null,
  primary key (zone_id, office_id),
  unique (zone_id, code)
);
call protect_by_zone('office', 'select, insert, update');

create table park (
  zone_id text not null,
  park_id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  area_mu numeric not null check (area_mu >= 0),
  boundary jsonb,
  version int not null default 1,
  primary key (zone_id, park_id),
  unique (zone_id, code)
);
call protect_by_zone('park', 'select, insert, update');

create table period (
  zone_id text not null,
  period_id text not null,
  name text not null,
  kind text not null check (kind in ('year', 'half', 'quarter', 'month')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (zone_id, period_id)
);
call protect_by_zone('period', 'select, insert');

create table enterprise (
  zone_id text not null,
  enterprise_id uuid not null,
  credit_code text not null,
  name text not null,
  park_id uuid,
  industry_code text,
  scale text check (scale in ('above_scale', 'below_scale')),
  status text not null default 'active'
    check (status in ('active', 'suspended', 'closed', 'moved_out', 'merged')),
  tags text[] not null default '{}',
  utility_accounts jsonb not null default '{}',
  address text,
  longitude double precision,
  latitude double precision,
  merged_into uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (zone_id, enterprise_id),
  foreign key (zone_id, park_id) references park (zone_id, park_id),
  foreign key (zone_id, merged_into) references enterprise (zone_id, enterprise_id),
  check ((status = 'merged') = (merged_into is not null))
);
-- A merged record keeps the code it was known by; among the others a code names one enterprise.
create unique index enterprise_by_credit_code on enterprise (zone_id, credit_code) where status <> 'merged';
create index enterprise_by_name on enterprise (zone_id, name, enterprise_id);
create index enterprise_by_park on enterprise (zone_id, park_id);
call protect_by_zone('enterprise', 'select, insert, update');
create policy within_reach on enterprise as restrictive to mujun_app using (
  case (select current_setting('app.reach', true))
    when 'zone' then true
    when 'enterprise' then enterprise_id = any ((select current_setting('app.enterprises', true))::uuid[])
    when 'park' then park_id = any ((select current_setting('app.parks', true))::uuid[])
    else false
  end);

-- Every state an enterprise's record was in, the newest included.
create table enterprise_version (
  zone_id text not null,
  enterprise_id uuid not null,
  version int not null,
  data jsonb not null,
  reason text,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (zone_id, enterprise_id, version),
  foreign key (zone_id, enterprise_id) references enterprise (zone_id, enterprise_id)
);
call protect_by_enterprise('enterprise_version', 'select, insert');

create table parcel (
  zone_id text not null,
  parcel_id uuid not null,
  code text not null,
  park_id uuid,
  area_mu numeric not null check (area_mu >= 0),
  use_type text not null,
  owner_id uuid,
  title_number text,
  plot_ratio numeric check (plot_ratio > 0),
  polygon jsonb,
  contract jsonb not null default '{}',
  version int not null default 1,
  primary key (zone_id, parcel_id),
  unique (zone_id, code),
  foreign key (zone_id, park_id) references park (zone_id, park_id),
  foreign key (zone_id, owner_id) references enterprise (zone_id, enterprise_id)
);
create index parcel_by_owner on parcel (zone_id, owner_id);
call protect_by_zone('parcel', 'select, insert, update');

-- An enterprise's use of land over a time. Areas are mu for land and square metres for floors.
create table occupancy (
  zone_id text not null,
  occupancy_id uuid not null,
  enterprise_id uuid not null,
  parcel_id uuid,
  kind text not null check (kind in ('own', 'untitled', 'lease_in', 'lease_out')),
  counterpart_id uuid,
  land_area_mu numeric check (land_area_mu >= 0),
  floor_area_m2 numeric check (floor_area_m2 >= 0),
  plot_ratio numeric check (plot_ratio > 0),
  under_construction_mu numeric not null default 0 check (under_construction_mu >= 0),
  not_usable_mu numeric not null default 0 check (not_usable_mu >= 0),
  starts_on date not null,
  ends_on date,
  version int not null default 1,
  primary key (zone_id, occupancy_id),
  foreign key (zone_id, enterprise_id) references enterprise (zone_id, enterprise_id),
  foreign key (zone_id, parcel_id) references parcel (zone_id, parcel_id),
  foreign key (zone_id, counterpart_id) references enterprise (zone_id, enterprise_id),
  check (land_area_mu is not null or floor_area_m2 is not null),
  check (ends_on is null or ends_on >= starts_on)
);
create index occupancy_by_enterprise on occupancy (zone_id, enterprise_id);
create index occupancy_by_counterpart on occupancy (zone_id, counterpart_id);
call protect_by_enterprise('occupancy', 'select, insert, update, delete');

-- The evaluated land area of an enterprise in a period, with the steps that lead to it.
create table land_area (
  zone_id text not null,
  period_id text not null,
  enterprise_id uuid not null,
  area_mu numeric not null,
  steps jsonb not null,
  computed_at timestamptz not null default now(),
  primary key (zone_id, period_id, enterprise_id),
  foreign key (zone_id, enterprise_id) references enterprise (zone_id, enterprise_id),
  foreign key (zone_id, period_id) references period (zone_id, period_id)
);
call protect_by_enterprise('land_area', 'select, insert, update, delete');
