// The pages of schemes: what there is, and the studio in which one is written and tried.
import type { Role } from '#core/roles.ts';
import type { Page } from '#web/client/page.ts';

/** Written out: the list of roles comes with a validator, which the menu does not need. */
const WORKING_ROLES: readonly Role[] = [
  'leader',
  'evaluation_officer',
  'data_officer',
  'park_manager',
  'enterprise_user',
  'expert',
];

export const studioPages: readonly Page[] = [
  {
    path: '/schemes',
    title: ['评价方案', 'Schemes'],
    roles: WORKING_ROLES,
    menu: { group: 'evaluation', order: 40 },
    guide: 'write-a-scheme',
    load: async () => (await import('./list/SchemesPage.tsx')).SchemesPage,
  },
  {
    path: '/schemes/$scheme_id/$version',
    title: ['方案工作室', 'Scheme studio'],
    roles: WORKING_ROLES,
    guide: 'write-a-scheme',
    load: async () => (await import('./StudioPage.tsx')).StudioPage,
  },
];
