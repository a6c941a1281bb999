-- Pairs that are two lie with the enterprises.
select create_distributed_table('distinct_pair', 'zone_id', colocate_with => 'audit_head');
