-- How an enterprise that leases all its land is evaluated, and how it was treated when the areas of a period were computed.

alter table occupancy add column tenant_rule text
  check (tenant_rule in ('separate', 'merged', 'follows', 'left_out'));
comment on column occupancy.tenant_rule is 'of a lease_in; without one the tenant is evaluated separately';

alter table land_area
  add column treatment text not null default 'separate'
    check (treatment in ('separate', 'merged', 'follows', 'left_out')),
  add column landlord_id uuid,
  add column not_applied text;
comment on column land_area.landlord_id is 'whose evaluation the tenant is part of or follows';
comment on column land_area.not_applied is 'why the rule of the lease was not applied';

-- Whether the figures of a tenant and its landlord add up. Without a word its unit says so: money and tonnes do, shares and
-- quotients do not.
alter table item add column additive boolean;
