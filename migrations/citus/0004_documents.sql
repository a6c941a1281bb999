-- Documents lie with their zone.
select create_distributed_table('document', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('letterhead', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('file_part', 'zone_id', colocate_with => 'audit_head');
