-- Enterprises found while somebody types: by the beginning of name, credit code or the initials of the name in pinyin.
-- Byte order, so that a beginning is a range whatever the database's own order is; comparisons of a range may be looked up
-- in an index before row-level security, which those of patterns may not.

alter table enterprise add column initials text collate "C";
comment on column enterprise.initials is 'derived from the name; null until somebody has derived it';

create index enterprise_by_initials on enterprise (zone_id, initials) where status <> 'merged';
create index enterprise_by_name_bytes on enterprise (zone_id, name collate "C") where status <> 'merged';
create index enterprise_by_code_bytes on enterprise (zone_id, credit_code collate "C") where status <> 'merged';
create index enterprise_without_initials on enterprise (zone_id, enterprise_id) where initials is null;
