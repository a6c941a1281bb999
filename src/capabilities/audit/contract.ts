// The audit log as those see it who watch over the others.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';

export const AuditEntry = z.strictObject({
  seq: z.number().int(),
  at: z.iso.datetime(),
  actor: z.string(),
  actor_name: z.string(),
  role: z.string(),
  action: z.string(),
  object_type: z.string(),
  object_id: z.string(),
  outcome: z.enum(['done', 'refused', 'failed']),
  address: z.string(),
  request_id: z.string(),
  details: z.record(z.string(), z.unknown()),
  prev_hash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditQuery = PageQuery.extend({
  actor: z.string().max(64).optional(),
  action: z.string().max(60).optional(),
  object_type: z.string().max(60).optional(),
  object_id: z.string().max(100).optional(),
  outcome: AuditEntry.shape.outcome.optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** `after` is the number of the last entry that a collector has. */
export const AuditExport = z.object({
  format: z.enum(['jsonl', 'syslog']).default('jsonl'),
  after: z.coerce.number().int().min(0).default(0),
});

const route = endpoint.$route({ tags: ['audit'] });

export const auditContract = {
  listAuditEntries: route
    .route({ method: 'GET', path: '/zones/{zone}/audit', summary: '审计日志 · Audit log' })
    .meta({ allow: ['audit_admin'] })
    .input(InZone.extend(AuditQuery.shape))
    .output(pageOf(AuditEntry)),
  exportAudit: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/audit/export',
      summary: '导出审计日志（JSON Lines、syslog） · Export the audit log',
    })
    .meta({ allow: ['audit_admin'], raw: true })
    .input(InZone.extend(AuditExport.shape)),
  verifyAudit: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/audit/verify',
      summary: '核验审计链 · Verify the audit chain',
    })
    .meta({ allow: ['audit_admin'] })
    .input(InZone)
    .output(
      z.strictObject({
        ok: z.boolean(),
        entries: z.number().int().nullable(),
        head: z.string().nullable(),
        broken_at: z.number().int().nullable(),
        fault: z.enum(['gap', 'link', 'content', 'head']).nullable(),
      }),
    ),
};
