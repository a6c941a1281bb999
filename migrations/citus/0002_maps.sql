-- The map of a zone lies with the rest of the zone.
select create_distributed_table('zone_map', 'zone_id', colocate_with => 'audit_head');
