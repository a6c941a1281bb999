// The zone on one map.
import type { Page } from '#web/client/page.ts';

export const landPages: readonly Page[] = [
  {
    path: '/land',
    title: ['空间一张图', 'Map'],
    roles: ['leader', 'evaluation_officer', 'data_officer', 'park_manager', 'expert'],
    menu: { group: 'enterprises', order: 20 },
    guide: 'leader',
    load: async () => (await import('./LandPage.tsx')).LandPage,
  },
];
