// Which of the pages the address belongs to.
import { useMatches, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Page } from '../client/page.ts';
import { usePreferences } from '../client/preferences.ts';
import { PAGES } from '../slices.ts';
import { pick } from '../words/words.ts';

export type CurrentPage = { readonly page: Page; readonly title: string; readonly address: string };

export function useCurrentPage(): CurrentPage | undefined {
  const { lang } = usePreferences();
  const address = useRouterState({ select: ({ location }) => location.href });
  const path = useMatches({ select: (matches) => String(matches.at(-1)?.fullPath ?? '') });
  return useMemo(() => {
    const own = path.replace(/^\/z\/\$zone/, '').replace(/\/$/, '');
    const page = PAGES.find((one) => one.bare !== true && one.path.replace(/\/$/, '') === own);
    return page === undefined ? undefined : { page, title: pick(page.title, lang), address };
  }, [path, lang, address]);
}
