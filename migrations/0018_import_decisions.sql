-- Why an import was refused or taken back, and what its rows do to the figures there are. Null where nobody counted yet.

alter table import
  add column reason text,
  add column new_rows int,
  add column changed_rows int,
  add column unchanged_rows int;
