// One firm, one file.
import { type Page, WORKING } from '#web/client/page.ts';

export const enterprisePages: readonly Page[] = [
  {
    path: '/enterprises/$enterprise_id',
    title: ['一企一档', 'Enterprise file'],
    roles: WORKING,
    guide: 'enterprise',
    load: async () => (await import('./EnterprisePage.tsx')).EnterprisePage,
  },
];
