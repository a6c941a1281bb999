// The pages of this slice.
import type { Page } from '#web/client/page.ts';

export const identityPages: readonly Page[] = [
  {
    path: '/account',
    title: ['我的账号', 'My account'],
    bare: true,
    load: async () => (await import('./account/AccountPage.tsx')).AccountPage,
  },
  {
    path: '/members',
    title: ['账号与权限', 'Accounts and roles'],
    roles: ['system_admin', 'security_admin', 'audit_admin'],
    menu: { group: 'system', order: 1 },
    guide: 'administrators',
    load: async () => (await import('./members/MembersPage.tsx')).MembersPage,
  },
  {
    path: '/tokens',
    title: ['接口令牌', 'API tokens'],
    roles: ['security_admin', 'audit_admin'],
    menu: { group: 'system', order: 2 },
    guide: 'administrators',
    load: async () => (await import('./tokens/TokensPage.tsx')).TokensPage,
  },
];
