// Pages of the frame itself: the door, the choice of a zone, the guide.
import type { Page } from '../client/page.ts';

const guide = async () => (await import('../guide/GuidePage.tsx')).GuidePage;

export const shellPages: readonly Page[] = [
  {
    path: '/',
    title: ['选择开发区', 'Choose a zone'],
    bare: true,
    load: async () => (await import('./Start.tsx')).Start,
  },
  {
    path: '/sign-in',
    title: ['登录', 'Sign in'],
    bare: true,
    load: async () => (await import('./SignIn.tsx')).SignIn,
  },
  {
    path: '/guide',
    title: ['使用手册', 'Guide'],
    menu: { group: 'work', order: 9 },
    load: guide,
  },
  { path: '/guide/$guide', title: ['使用手册', 'Guide'], load: guide },
];
