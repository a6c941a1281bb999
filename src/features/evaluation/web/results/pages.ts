// Pages of the results.
import type { Page } from '#web/client/page.ts';

const WORKING = [
  'leader',
  'evaluation_officer',
  'data_officer',
  'park_manager',
  'enterprise_user',
  'expert',
] as const;

export const resultPages: readonly Page[] = [
  {
    path: '/evaluations',
    title: ['评价批次', 'Evaluations'],
    roles: WORKING,
    menu: { group: 'evaluation', order: 20 },
    guide: 'results',
    load: async () => (await import('./evaluations/EvaluationsPage.tsx')).EvaluationsPage,
  },
  {
    path: '/evaluations/$evaluation_id',
    title: ['评价进展', 'Progress of an evaluation'],
    roles: WORKING,
    guide: 'results',
    load: async () => (await import('./evaluations/EvaluationPage.tsx')).EvaluationPage,
  },
  {
    path: '/results',
    title: ['评价结果', 'Results'],
    roles: WORKING,
    menu: { group: 'evaluation', order: 30 },
    guide: 'results',
    load: async () => (await import('./ranking/ResultsPage.tsx')).ResultsPage,
  },
  {
    path: '/results/charts',
    title: ['图表分析', 'Charts of the results'],
    roles: WORKING,
    guide: 'results',
    load: async () => (await import('./charts/ChartsPage.tsx')).ChartsPage,
  },
];
