// The pages of this slice.
import { type Page, WORKING } from '#web/client/page.ts';

const SENDERS = ['evaluation_officer', 'data_officer', 'enterprise_user'] as const;

export const collectionPages: readonly Page[] = [
  {
    path: '/collection',
    title: ['填报进度', 'Progress'],
    roles: ['leader', 'evaluation_officer', 'data_officer'],
    menu: { group: 'data', order: 1 },
    guide: 'department',
    load: async () => (await import('./board/BoardPage.tsx')).BoardPage,
  },
  {
    path: '/imports',
    title: ['数据导入', 'Imports'],
    roles: SENDERS,
    menu: { group: 'data', order: 2 },
    guide: 'department',
    load: async () => (await import('./imports/ImportsPage.tsx')).ImportsPage,
  },
  {
    path: '/imports/$import_id',
    title: ['导入详情', 'An import'],
    roles: SENDERS,
    guide: 'department',
    load: async () => (await import('./imports/ImportPage.tsx')).ImportPage,
  },
  {
    path: '/figures',
    title: ['年度数据', 'Figures of the year'],
    roles: ['leader', 'evaluation_officer', 'data_officer', 'park_manager'],
    menu: { group: 'data', order: 3 },
    guide: 'department',
    load: async () => (await import('./figures/FiguresPage.tsx')).FiguresPage,
  },
  {
    path: '/findings',
    title: ['核查疑点', 'Findings'],
    roles: ['evaluation_officer', 'data_officer'],
    menu: { group: 'data', order: 4 },
    guide: 'department',
    load: async () => (await import('./findings/FindingsPage.tsx')).FindingsPage,
  },
  {
    path: '/confirmations',
    title: ['企业确认', 'Confirmations'],
    roles: ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user'],
    menu: { group: 'data', order: 5 },
    guide: 'enterprise',
    load: async () => (await import('./confirmations/ConfirmationsPage.tsx')).ConfirmationsPage,
  },
  {
    path: '/items',
    title: ['数据项目录', 'Catalogue of items'],
    roles: WORKING,
    menu: { group: 'basics', order: 1 },
    guide: 'registers',
    load: async () => (await import('./items/ItemsPage.tsx')).ItemsPage,
  },
];
