-- The evidence of an appeal lies with it.
select create_distributed_table('appeal_evidence', 'zone_id', colocate_with => 'audit_head');
