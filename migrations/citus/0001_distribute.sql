-- Where the Citus extension is present: accounts on every machine, everything of a zone together on one.
-- Tables that others refer to come first.

select create_reference_table('auth_user');
select create_reference_table('auth_session');
select create_reference_table('auth_account');
select create_reference_table('auth_verification');
select create_reference_table('auth_two_factor');
select create_reference_table('auth_security');
select create_reference_table('auth_attempt');
select create_reference_table('zone');

select create_distributed_table('audit_head', 'zone_id', colocate_with => 'none');
select create_distributed_table('audit_entry', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('job', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('notice', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('file', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('idempotent_request', 'zone_id', colocate_with => 'audit_head');

select create_distributed_table('office', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('park', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('period', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('enterprise', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('enterprise_version', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('parcel', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('occupancy', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('land_area', 'zone_id', colocate_with => 'audit_head');

select create_distributed_table('item', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('campaign', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('task', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('import', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('import_row', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('figures', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('figure_change', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('finding', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('confirmation', 'zone_id', colocate_with => 'audit_head');

select create_distributed_table('scheme', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('evaluation', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('evaluation_step', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('dataset', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('run', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('run_row', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('adjustment', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('appeal', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('publication', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('publication_row', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('class_history', 'zone_id', colocate_with => 'audit_head');

select create_distributed_table('membership', 'zone_id', colocate_with => 'audit_head');
select create_distributed_table('api_token', 'zone_id', colocate_with => 'audit_head');
