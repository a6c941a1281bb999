-- Pairs of enterprises that look like one and that somebody has looked at: they are two. The lesser id comes first.

create table distinct_pair (
  zone_id text not null,
  one_id uuid not null,
  other_id uuid not null,
  reason text not null,
  said_by text not null,
  said_at timestamptz not null default now(),
  primary key (zone_id, one_id, other_id),
  foreign key (zone_id, one_id) references enterprise (zone_id, enterprise_id),
  foreign key (zone_id, other_id) references enterprise (zone_id, enterprise_id),
  check (one_id < other_id)
);
call protect_for_offices('distinct_pair', 'select, insert, delete');
