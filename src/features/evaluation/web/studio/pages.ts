// The pages of schemes: what there is, and the studio in which one is written and tried.
import { type Page, WORKING } from '#web/client/page.ts';

export const studioPages: readonly Page[] = [
  {
    path: '/schemes',
    title: ['评价方案', 'Schemes'],
    roles: WORKING,
    menu: { group: 'evaluation', order: 40 },
    guide: 'write-a-scheme',
    load: async () => (await import('./list/SchemesPage.tsx')).SchemesPage,
  },
  {
    path: '/schemes/$scheme_id/$version',
    title: ['方案工作室', 'Scheme studio'],
    roles: WORKING,
    guide: 'write-a-scheme',
    load: async () => (await import('./StudioPage.tsx')).StudioPage,
  },
];
