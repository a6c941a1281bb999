// The pages of this slice.
import type { Page } from '#web/client/page.ts';

export const auditPages: readonly Page[] = [
  {
    path: '/audit',
    title: ['审计日志', 'Audit log'],
    roles: ['audit_admin'],
    menu: { group: 'system', order: 3 },
    guide: 'administrators',
    load: async () => (await import('./AuditPage.tsx')).AuditPage,
  },
];
