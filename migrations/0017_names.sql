-- Searching looks at every name: here it finds all it asks for beside them, without reading the records.
create index enterprise_names on enterprise (zone_id, name, enterprise_id, park_id, status);
