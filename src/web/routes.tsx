// Addresses: what each slice says of its pages becomes a route, loaded when somebody goes there.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { Page } from './client/page.ts';
import { NotFound } from './shell/NotFound.tsx';
import { PageFailure } from './shell/PageFailure.tsx';
import { PAGES } from './slices.ts';
import { Loading } from './ui/States.tsx';

/** Texts stay texts: a year in the address is not a number, and quotes are not ours. */
const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text.replace(/^\?/, '')));

function stringifySearch(search: Record<string, unknown>): string {
  const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

const lazy = (page: Page) => lazyRouteComponent(async () => ({ default: await page.load() }));

export function createPages() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
  const zone = createRoute({
    getParentRoute: () => root,
    path: '/z/$zone',
    component: lazyRouteComponent(() => import('./shell/Shell.tsx'), 'Shell'),
  });
  const framed = PAGES.filter(({ bare }) => bare !== true).map((page) =>
    createRoute({ getParentRoute: () => zone, path: page.path, component: lazy(page) }),
  );
  const bare = PAGES.filter((page) => page.bare).map((page) =>
    createRoute({ getParentRoute: () => root, path: page.path, component: lazy(page) }),
  );
  return createRouter({
    routeTree: root.addChildren([zone.addChildren(framed), ...bare]),
    parseSearch,
    stringifySearch,
    defaultPendingComponent: Loading,
    defaultErrorComponent: PageFailure,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
