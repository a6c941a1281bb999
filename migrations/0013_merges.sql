-- What went over when two records of one enterprise were merged, so that it can be told and taken back.

create table enterprise_merge (
  zone_id text not null,
  merge_id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  -- Status the merged one had before.
  status text not null,
  reason text not null,
  -- Ids of uses and parcels, figures by period and layer, what became of confirmations.
  moved jsonb not null,
  merged_by text not null,
  merged_at timestamptz not null,
  undone_reason text,
  undone_by text,
  undone_at timestamptz,
  primary key (zone_id, merge_id),
  foreign key (zone_id, kept_id) references enterprise (zone_id, enterprise_id),
  foreign key (zone_id, merged_id) references enterprise (zone_id, enterprise_id)
);
create index enterprise_merge_by_kept on enterprise_merge (zone_id, kept_id);
create index enterprise_merge_by_merged on enterprise_merge (zone_id, merged_id);
call protect_for_offices('enterprise_merge', 'select, insert, update');

-- Figures of a merged record count nowhere; few enterprises are.
create index enterprise_merged on enterprise (zone_id, enterprise_id) where status = 'merged';

-- What was confirmed for one of two merged records is not what stands there now: it has to be confirmed anew.
grant delete on confirmation to mujun_app;
