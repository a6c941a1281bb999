// Published lists: for those who work here, and for everybody.
import type { Page } from '#web/client/page.ts';

export const publicPages: readonly Page[] = [
  {
    path: '/publications',
    title: ['公示与公布', 'Published lists'],
    menu: { group: 'public', order: 1 },
    guide: 'public',
    load: async () => (await import('./PublicationsPage.tsx')).PublicationsPage,
  },
  {
    path: '/documents',
    title: ['文件与报告', 'Documents'],
    roles: ['leader', 'evaluation_officer', 'park_manager'],
    menu: { group: 'public', order: 2 },
    guide: 'officer',
    load: async () => (await import('../documents/DocumentsPage.tsx')).DocumentsPage,
  },
  {
    path: '/public/$zone',
    title: ['公示公开', 'Published lists'],
    bare: true,
    load: async () => (await import('./PublicPage.tsx')).PublicPage,
  },
  {
    path: '/public/$zone/verify',
    title: ['核验', 'Verify'],
    bare: true,
    load: async () => (await import('./VerifyPage.tsx')).VerifyPage,
  },
];
