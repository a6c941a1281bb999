-- Many localities evaluate below-scale industry apart by land: 占地3亩以上, and the smaller ones otherwise.
alter table evaluation add column land_from_mu numeric check (land_from_mu > 0);
alter table evaluation add column land_below_mu numeric check (land_below_mu > coalesce(land_from_mu, 0));
