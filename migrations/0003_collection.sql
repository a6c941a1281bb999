-- From a dozen departments' files to one figure per enterprise, item and period, with everything that led to it.

create table item (
  zone_id text not null,
  item_id text not null,
  name text not null,
  definition text not null default '',
  kind text not null check (kind in ('number', 'text', 'yes_no', 'choice')),
  unit text,
  choices jsonb not null default '[]',
  office_id uuid,
  cadence text not null default 'year' check (cadence in ('year', 'half', 'quarter', 'month')),
  sharing text not null default 'shared' check (sharing in ('shared', 'conditional', 'not_shared')),
  visible_to text[] not null default '{}',
  synonyms text[] not null default '{}',
  rules jsonb not null default '[]',
  position int not null default 0,
  version int not null default 1,
  primary key (zone_id, item_id),
  foreign key (zone_id, office_id) references office (zone_id, office_id)
);
comment on column item.office_id is 'source office; without one the enterprise itself declares the item';
call protect_by_zone('item', 'select, insert, update');

create table campaign (
  zone_id text not null,
  campaign_id uuid not null,
  period_id text not null,
  name text not null,
  opens_on date not null,
  due_on date not null check (due_on >= opens_on),
  state text not null default 'open' check (state in ('open', 'closed')),
  version int not null default 1,
  primary key (zone_id, campaign_id),
  foreign key (zone_id, period_id) references period (zone_id, period_id)
);
call protect_by_zone('campaign', 'select, insert, update');

-- What one office (or, without one, every enterprise) has to hand in.
create table task (
  zone_id text not null,
  task_id uuid not null,
  campaign_id uuid not null,
  office_id uuid,
  item_ids text[] not null,
  due_on date not null,
  submitted_at timestamptz,
  submitted_by text,
  returned_reason text,
  reminders int not null default 0,
  reminded_at timestamptz,
  version int not null default 1,
  primary key (zone_id, task_id),
  foreign key (zone_id, campaign_id) references campaign (zone_id, campaign_id),
  foreign key (zone_id, office_id) references office (zone_id, office_id)
);
create index task_by_campaign on task (zone_id, campaign_id);
call protect_by_zone('task', 'select, insert, update');

-- One uploaded file. Its rows wait in import_row and enter nothing until the import is accepted.
create table import (
  zone_id text not null,
  import_id uuid not null,
  period_id text not null,
  task_id uuid,
  office_id uuid,
  layer text not null check (layer in ('declared', 'verified')),
  state text not null default 'reading'
    check (state in ('reading', 'staged', 'accepted', 'rejected', 'undone', 'failed')),
  mode text check (mode in ('all_or_nothing', 'valid_rows')),
  file_id uuid,
  file_name text not null,
  sha256 text not null,
  columns jsonb not null default '[]',
  row_count int not null default 0,
  bad_rows int not null default 0,
  findings jsonb not null default '[]',
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  version int not null default 1,
  primary key (zone_id, import_id),
  foreign key (zone_id, period_id) references period (zone_id, period_id),
  foreign key (zone_id, task_id) references task (zone_id, task_id),
  foreign key (zone_id, office_id) references office (zone_id, office_id)
);
create index import_by_period on import (zone_id, period_id, uploaded_at);
call protect_by_zone('import', 'select, insert, update');

create table import_row (
  zone_id text not null,
  import_id uuid not null,
  row_number int not null,
  enterprise_id uuid,
  credit_code text not null default '',
  figures jsonb not null,
  problems jsonb,
  primary key (zone_id, import_id, row_number),
  foreign key (zone_id, import_id) references import (zone_id, import_id)
);
call protect_by_zone('import_row', 'select, insert, delete');

-- The figures of an enterprise in a period, an object from item to value per layer. What counts is, item by item,
-- adopted, else verified, else declared where the item has no source office.
create table figures (
  zone_id text not null,
  period_id text not null,
  enterprise_id uuid not null,
  declared jsonb not null default '{}',
  verified jsonb not null default '{}',
  adopted jsonb not null default '{}',
  version int not null default 1,
  primary key (zone_id, period_id, enterprise_id),
  foreign key (zone_id, period_id) references period (zone_id, period_id),
  foreign key (zone_id, enterprise_id) references enterprise (zone_id, enterprise_id)
);
call protect_by_enterprise('figures', 'select, insert, update');

-- What each change replaced (`before`, null where an item had no value) and by what; nothing here is ever altered.
create table figure_change (
  zone_id text not null,
  period_id text not null,
  enterprise_id uuid not null,
  version int not null,
  layer text not null check (layer in ('declared', 'verified', 'adopted')),
  before jsonb not null,
  after jsonb not null,
  import_id uuid,
  row_number int,
  undoes uuid,
  reason text,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (zone_id, period_id, enterprise_id, version),
  foreign key (zone_id, import_id) references import (zone_id, import_id)
);
create index figure_change_by_import on figure_change (zone_id, import_id);
call protect_by_enterprise('figure_change', 'select, insert');

create table finding (
  zone_id text not null,
  period_id text not null,
  enterprise_id uuid not null,
  item_id text not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  params jsonb not null default '{}',
  state text not null default 'open' check (state in ('open', 'explained', 'accepted', 'fixed')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  checked_at timestamptz not null default now(),
  version int not null default 1,
  primary key (zone_id, period_id, enterprise_id, item_id, code)
);
create index finding_by_state on finding (zone_id, period_id, state);
call protect_by_enterprise('finding', 'select, insert, update');

create table confirmation (
  zone_id text not null,
  period_id text not null,
  enterprise_id uuid not null,
  state text not null check (state in ('confirmed', 'disputed', 'settled')),
  figures_version int not null,
  disputes jsonb not null default '[]',
  decided_by text not null,
  decided_at timestamptz not null default now(),
  answer text,
  answered_by text,
  answered_at timestamptz,
  version int not null default 1,
  primary key (zone_id, period_id, enterprise_id),
  foreign key (zone_id, period_id) references period (zone_id, period_id),
  foreign key (zone_id, enterprise_id) references enterprise (zone_id, enterprise_id)
);
call protect_by_enterprise('confirmation', 'select, insert, update');
