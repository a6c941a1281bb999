// Pages of the results.
import type { Page } from '#web/client/page.ts';

export const resultPages: readonly Page[] = [
  {
    path: '/results',
    title: ['评价结果', 'Results'],
    roles: ['leader', 'evaluation_officer', 'data_officer', 'park_manager', 'enterprise_user', 'expert'],
    menu: { group: 'evaluation', order: 30 },
    guide: 'results',
    load: async () => (await import('./ranking/ResultsPage.tsx')).ResultsPage,
  },
];
