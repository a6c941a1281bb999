// The guide inside the product: contents at the side, one page of prose.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { usePart, useZone } from '../client/place.ts';
import { usePreferences } from '../client/preferences.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Empty } from '../ui/States.tsx';
import { useWords } from '../words/words.ts';
import { guideNames, loadGuide } from './guide-files.ts';
import { GUIDE } from './guide-words.ts';
import './guide.css';

export function GuidePage() {
  const t = useWords(GUIDE);
  const zone = useZone();
  const asked = usePart('guide');
  const navigate = useNavigate();
  const { lang } = usePreferences();
  const names = guideNames(lang);
  const name = asked === '' ? (names[0] ?? '') : asked;
  const titles = useQuery({
    queryKey: ['guide titles', lang],
    queryFn: async () =>
      new Map(
        await Promise.all(
          names.map(async (one) => [one, (await loadGuide(lang, one))?.title ?? one] as const),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const page = useQuery({
    queryKey: ['guide', lang, name],
    queryFn: async () => (await loadGuide(lang, name)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  /** Other pages of the guide are written as their names. */
  const follow = (event: MouseEvent): void => {
    const href =
      event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
    if (href === null || href === undefined || !/^[\w-]+(?:#.*)?$/.test(href)) return;
    event.preventDefault();
    void navigate({ to: `/z/${zone}/guide/${href}` });
  };
  return (
    <div className="mj-guide">
      <nav aria-label={t.contents} className="no-print">
        <ul>
          {names.map((one) => (
            <li key={one}>
              <Link to={`/z/${zone}/guide/${one}`} data-current={one === name ? true : undefined}>
                {titles.data?.get(one) ?? ''}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Loaded query={page}>
        {(loaded) =>
          loaded === null ? (
            <Empty title={t.missing} />
          ) : (
            // Our own text, made into HTML when the pages were bundled.
            <article
              className="mj-prose"
              onClick={follow}
              dangerouslySetInnerHTML={{ __html: loaded.html }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
