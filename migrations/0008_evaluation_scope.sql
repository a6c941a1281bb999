-- Above-scale and below-scale industry are evaluated apart, in the same period and by different schemes.
alter table evaluation add column scope text not null default 'all'
  check (scope in ('all', 'above_scale', 'below_scale'));
