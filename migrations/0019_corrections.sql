-- A published list is corrected by two people: one proposes what was computed anew, another signs exactly that.

alter table run drop constraint run_purpose_check;
alter table run add constraint run_purpose_check check (purpose in ('official', 'comparison', 'correction'));

create table correction (
  zone_id text not null,
  correction_id uuid not null,
  evaluation_id uuid not null,
  -- The list it corrects, and the run that would take its place.
  publication_id uuid not null,
  run_id uuid not null,
  reason text not null,
  state text not null default 'proposed' check (state in ('proposed', 'signed', 'sent_back')),
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  version int not null default 1,
  primary key (zone_id, correction_id),
  foreign key (zone_id, evaluation_id) references evaluation (zone_id, evaluation_id),
  foreign key (zone_id, publication_id) references publication (zone_id, publication_id),
  foreign key (zone_id, run_id) references run (zone_id, run_id),
  check (decided_by is null or decided_by <> proposed_by)
);
create unique index correction_once on correction (zone_id, evaluation_id) where state = 'proposed';
call protect_for_offices('correction', 'select, insert, update');
