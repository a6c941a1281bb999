// The first page after signing in.
import type { Page } from '#web/client/page.ts';

export const workPages: readonly Page[] = [
  {
    path: '/',
    title: ['工作台', 'My work'],
    menu: { group: 'work', order: 1 },
    load: async () => (await import('./WorkPage.tsx')).WorkPage,
  },
];
