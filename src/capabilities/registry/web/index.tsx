// The pages of this slice.
import { type Page, WORKING } from '#web/client/page.ts';

export const registryPages: readonly Page[] = [
  {
    path: '/enterprises',
    title: ['企业名单', 'Enterprises'],
    roles: WORKING,
    menu: { group: 'enterprises', order: 10 },
    guide: 'enterprise',
    load: async () => (await import('./enterprises/EnterprisesPage.tsx')).EnterprisesPage,
  },
];
