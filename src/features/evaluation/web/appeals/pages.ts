// Appeals: where an enterprise files one, and where it is tried and decided.
import type { Page } from '#web/client/page.ts';

const ROLES = ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user'] as const;

export const appealPages: readonly Page[] = [
  {
    path: '/appeals',
    title: ['申诉', 'Appeals'],
    roles: ROLES,
    menu: { group: 'evaluation', order: 50 },
    guide: 'officer',
    load: async () => (await import('./AppealsPage.tsx')).AppealsPage,
  },
  {
    path: '/appeals/$appeal_id',
    title: ['申诉办理', 'An appeal'],
    roles: ROLES,
    guide: 'officer',
    load: async () => (await import('./AppealPage.tsx')).AppealPage,
  },
];
