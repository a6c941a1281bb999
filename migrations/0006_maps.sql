-- What a zone's map shows besides parks and parcels, and whose parcels an actor sees.

-- Roads, water, green: one GeoJSON collection per zone, replaced as a whole.
create table zone_map (
  zone_id text not null,
  features jsonb not null,
  version int not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (zone_id)
);
call protect_by_zone('zone_map', 'select, insert, update');

-- A park sees the parcels of its area, an enterprise those it owns or uses.
create policy within_reach on parcel as restrictive to mujun_app using (
  case (select current_setting('app.reach', true))
    when 'zone' then true
    when 'park' then park_id = any ((select current_setting('app.parks', true))::uuid[])
    when 'enterprise' then owner_id = any ((select current_setting('app.enterprises', true))::uuid[])
      or parcel_id in (
        select o.parcel_id from occupancy o
        where o.zone_id = (select current_setting('app.zone', true))
          and o.enterprise_id = any ((select current_setting('app.enterprises', true))::uuid[]))
    else false
  end);
