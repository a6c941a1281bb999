// The pages of this slice.
import type { Page } from '#web/client/page.ts';

export const noticesPages: readonly Page[] = [
  {
    path: '/notices',
    title: ['我的通知', 'My notices'],
    menu: { group: 'work', order: 2 },
    load: async () => (await import('./NoticesPage.tsx')).NoticesPage,
  },
];
