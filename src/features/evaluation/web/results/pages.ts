// Pages of the results.
import { type Page, WORKING } from '#web/client/page.ts';

const STAFF = ['leader', 'evaluation_officer'] as const;

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
  {
    path: '/results/robustness',
    title: ['等级稳健性', 'Firmness of classes'],
    roles: STAFF,
    guide: 'results',
    load: async () => (await import('./robustness/RobustnessPage.tsx')).RobustnessPage,
  },
  {
    path: '/results/$enterprise_id',
    title: ['得分说明', 'Why this score'],
    roles: WORKING,
    guide: 'results',
    load: async () => (await import('./one/ResultPage.tsx')).ResultPage,
  },
  {
    path: '/adjustments',
    title: ['人工调档', 'Changes by hand'],
    roles: STAFF,
    guide: 'results',
    load: async () => (await import('./adjustments/AdjustmentsPage.tsx')).AdjustmentsPage,
  },
];
