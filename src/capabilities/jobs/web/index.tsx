// The pages of this slice.
import type { Page } from '#web/client/page.ts';

export const jobsPages: readonly Page[] = [
  {
    path: '/jobs',
    title: ['后台任务', 'Background jobs'],
    menu: { group: 'work', order: 3 },
    load: async () => (await import('./JobsPage.tsx')).JobsPage,
  },
];
