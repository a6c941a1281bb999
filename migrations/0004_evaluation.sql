-- Schemes, frozen datasets, runs, review, appeals and publications.

create table scheme (
  zone_id text not null,
  scheme_id text not null,
  version int not null,
  title text not null,
  text text not null,
  hash text not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'retired')),
  created_by text not null,
  created_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (zone_id, scheme_id, version)
);
call protect_by_zone('scheme', 'select, insert, update');

create table evaluation (
  zone_id text not null,
  evaluation_id uuid not null,
  name text not null,
  period_id text not null,
  scheme_id text not null,
  scheme_version int not null,
  state text not null default 'draft',
  dataset_id uuid,
  run_id uuid,
  notice_from date,
  notice_until date,
  version int not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (zone_id, evaluation_id),
  foreign key (zone_id, period_id) references period (zone_id, period_id),
  foreign key (zone_id, scheme_id, scheme_version) references scheme (zone_id, scheme_id, version)
);
call protect_by_zone('evaluation', 'select, insert, update');

create table evaluation_step (
  zone_id text not null,
  evaluation_id uuid not null,
  seq int not null,
  transition text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  actor text not null,
  role text not null,
  at timestamptz not null default now(),
  primary key (zone_id, evaluation_id, seq),
  foreign key (zone_id, evaluation_id) references evaluation (zone_id, evaluation_id)
);
call protect_by_zone('evaluation_step', 'select, insert');

-- An immutable Arrow table named by the hash of its content. Never updated: a correction is another dataset.
create table dataset (
  zone_id text not null,
  dataset_id uuid not null,
  evaluation_id uuid not null,
  period_id text not null,
  hash text not null,
  row_count int not null,
  columns text[] not null,
  arrow bytea not null,
  history bytea,
  replaces uuid,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (zone_id, dataset_id),
  foreign key (zone_id, evaluation_id) references evaluation (zone_id, evaluation_id)
);
alter table dataset alter column arrow set storage external;
call protect_for_offices('dataset', 'select, insert');

create table run (
  zone_id text not null,
  run_id uuid not null,
  evaluation_id uuid not null,
  dataset_id uuid not null,
  scheme_id text not null,
  scheme_version int not null,
  scheme_hash text not null,
  engine_version text not null,
  result_hash text not null,
  overrides jsonb not null default '[]',
  purpose text not null check (purpose in ('official', 'comparison')),
  summary jsonb not null,
  result bytea not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (zone_id, run_id),
  foreign key (zone_id, evaluation_id) references evaluation (zone_id, evaluation_id),
  foreign key (zone_id, dataset_id) references dataset (zone_id, dataset_id),
  foreign key (zone_id, scheme_id, scheme_version) references scheme (zone_id, scheme_id, version)
);
alter table run alter column result set storage external;
call protect_by_zone('run', 'select, insert');

create table run_row (
  zone_id text not null,
  run_id uuid not null,
  enterprise_id uuid not null,
  position int not null,
  credit_code text not null,
  name text not null,
  park_id uuid,
  industry_code text,
  score numeric,
  class text,
  final_class text,
  rank int,
  pool text,
  indicator_values jsonb not null default '{}',
  -- Without a key to `run`: rows are written with their run, in one transaction, and never again; a check of each of
  -- 100,000 rows took a fifth of the time of writing them.
  primary key (zone_id, run_id, enterprise_id)
);
create unique index run_row_by_position on run_row (zone_id, run_id, position);
create index run_row_by_class on run_row (zone_id, run_id, final_class, position);
call protect_by_enterprise('run_row', 'select, insert');

-- A class set by people over the computed one: proposed by one, approved by another.
create table adjustment (
  zone_id text not null,
  adjustment_id uuid not null,
  evaluation_id uuid not null,
  run_id uuid not null,
  enterprise_id uuid not null,
  from_class text not null,
  to_class text not null,
  reason text not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused')),
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  version int not null default 1,
  primary key (zone_id, adjustment_id),
  foreign key (zone_id, run_id, enterprise_id) references run_row (zone_id, run_id, enterprise_id),
  check (decided_by is null or decided_by <> proposed_by)
);
create unique index adjustment_once on adjustment (zone_id, evaluation_id, enterprise_id) where state <> 'refused';
call protect_by_enterprise('adjustment', 'select, insert, update');

create table appeal (
  zone_id text not null,
  appeal_id uuid not null,
  evaluation_id uuid not null,
  run_id uuid not null,
  enterprise_id uuid not null,
  statement text not null,
  corrections jsonb not null,
  state text not null default 'submitted'
    check (state in ('submitted', 'accepted', 'rejected', 'withdrawn')),
  submitted_by text not null,
  submitted_at timestamptz not null default now(),
  effect jsonb,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  version int not null default 1,
  primary key (zone_id, appeal_id),
  foreign key (zone_id, evaluation_id) references evaluation (zone_id, evaluation_id),
  foreign key (zone_id, run_id, enterprise_id) references run_row (zone_id, run_id, enterprise_id)
);
create index appeal_by_evaluation on appeal (zone_id, evaluation_id, state);
call protect_by_enterprise('appeal', 'select, insert, update');

create table publication (
  zone_id text not null,
  publication_id uuid not null,
  evaluation_id uuid not null,
  run_id uuid not null,
  seq int not null,
  kind text not null check (kind in ('notice', 'final', 'correction')),
  title text not null,
  merkle_root text not null,
  row_count int not null,
  replaces uuid,
  notice_from date,
  notice_until date,
  reason text,
  published_by text not null,
  published_at timestamptz not null default now(),
  primary key (zone_id, publication_id),
  unique (zone_id, evaluation_id, seq),
  foreign key (zone_id, run_id) references run (zone_id, run_id)
);
call protect_by_zone('publication', 'select, insert');

create table publication_row (
  zone_id text not null,
  publication_id uuid not null,
  position int not null,
  enterprise_id uuid not null,
  credit_code text not null,
  name text not null,
  class text not null,
  score text,
  rank int,
  salt text not null,
  primary key (zone_id, publication_id, position),
  unique (zone_id, publication_id, enterprise_id),
  foreign key (zone_id, publication_id) references publication (zone_id, publication_id)
);
call protect_by_zone('publication_row', 'select, insert');

-- Classes as finally published, year by year; the consecutive years in class D are counted from them.
create table class_history (
  zone_id text not null,
  enterprise_id uuid not null,
  period_id text not null,
  evaluation_id uuid not null,
  class text not null,
  years_in_d int not null default 0,
  primary key (zone_id, enterprise_id, period_id),
  foreign key (zone_id, enterprise_id) references enterprise (zone_id, enterprise_id)
);
call protect_by_enterprise('class_history', 'select, insert, update, delete');
