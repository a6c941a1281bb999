-- An appeal is decided by two people: one proposes with reasons, another signs. And it may bring evidence.

alter table appeal drop constraint appeal_state_check;
alter table appeal add constraint appeal_state_check
  check (state in ('submitted', 'proposed', 'accepted', 'rejected', 'withdrawn'));
alter table appeal add column proposed_decision text check (proposed_decision in ('accepted', 'rejected'));
alter table appeal add column proposed_reason text;
alter table appeal add column proposed_by text;
alter table appeal add column proposed_at timestamptz;
-- Decisions of before this rule have no proposal.
alter table appeal add constraint appeal_by_two_people
  check (state not in ('accepted', 'rejected') or proposed_by is null or decided_by <> proposed_by);

create table appeal_evidence (
  zone_id text not null,
  evidence_id uuid not null,
  appeal_id uuid not null,
  enterprise_id uuid not null,
  file_id uuid not null,
  name text not null,
  kind text not null check (kind in ('pdf', 'jpg', 'png', 'docx', 'xlsx')),
  bytes int not null,
  sha256 text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  primary key (zone_id, evidence_id),
  foreign key (zone_id, appeal_id) references appeal (zone_id, appeal_id),
  foreign key (zone_id, file_id) references file (zone_id, file_id)
);
create index appeal_evidence_by_appeal on appeal_evidence (zone_id, appeal_id);
call protect_by_enterprise('appeal_evidence', 'select, insert');
