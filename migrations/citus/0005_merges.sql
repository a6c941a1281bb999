-- Merges lie with the enterprises.
select create_distributed_table('enterprise_merge', 'zone_id', colocate_with => 'audit_head');
