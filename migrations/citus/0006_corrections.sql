-- Corrections lie with the lists they correct.
select create_distributed_table('correction', 'zone_id', colocate_with => 'audit_head');
