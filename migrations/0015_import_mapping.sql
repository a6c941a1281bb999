-- Headers of a file that were not understood, and what somebody said they mean.

alter table import
  add column unknown_headers jsonb not null default '[]',
  add column mapping jsonb not null default '{}';
