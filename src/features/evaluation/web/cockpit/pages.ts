// The leaders' page, and the same on the wall.
import type { Page } from '#web/client/page.ts';

export const cockpitPages: readonly Page[] = [
  {
    path: '/cockpit',
    title: ['驾驶舱', 'Cockpit'],
    roles: ['leader', 'evaluation_officer', 'data_officer', 'expert', 'park_manager'],
    menu: { group: 'decisions', order: 1 },
    guide: 'leader',
    load: async () => (await import('./CockpitPage.tsx')).CockpitPage,
  },
  {
    path: '/wall/$zone',
    title: ['驾驶舱大屏', 'Wall'],
    bare: true,
    load: async () => (await import('./WallPage.tsx')).WallPage,
  },
];
