-- Two people may change an office at once; the second one is told.

alter table office add column version int not null default 1;
