// Pages of the frame itself: the door, the choice of a zone, the guide.
import type { Page } from '../client/page.ts';

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
];
