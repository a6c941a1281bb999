-- Documents the product makes: what verifies them, what their head and foot say, and files too large for one row.

-- A report that was handed out. Never updated: another content is another document with another code.
create table document (
  zone_id text not null,
  document_id uuid not null,
  code text not null,
  kind text not null check (kind in ('enterprise_report', 'park_report')),
  lang text not null check (lang in ('zh', 'en')),
  run_id uuid not null,
  enterprise_id uuid,
  park_id uuid,
  title text not null,
  facts jsonb not null,
  content_hash text not null,
  issued_by text not null,
  issued_at timestamptz not null,
  primary key (zone_id, document_id),
  unique (zone_id, code),
  foreign key (zone_id, run_id) references run (zone_id, run_id)
);
create index document_by_content on document (zone_id, content_hash);
-- Verified by code alone, so nobody below the offices has a reason to read the table itself.
call protect_for_offices('document', 'select, insert');

-- Who issues a published list on paper, under which number, and whom to ask. The list itself is never changed.
create table letterhead (
  zone_id text not null,
  publication_id uuid not null,
  issuer text not null,
  number text,
  contact text,
  phone text,
  address text,
  version int not null default 1,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (zone_id, publication_id),
  foreign key (zone_id, publication_id) references publication (zone_id, publication_id)
);
call protect_by_zone('letterhead', 'select, insert, update');

-- A file that is made piece by piece; its row in `file` comes last, and until then nobody can ask for it.
create table file_part (
  zone_id text not null,
  file_id uuid not null,
  seq int not null,
  content bytea not null,
  primary key (zone_id, file_id, seq)
);
alter table file_part alter column content set storage external;
call protect_by_zone('file_part', 'select, insert, delete');
