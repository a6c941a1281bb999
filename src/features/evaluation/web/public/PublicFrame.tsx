// The frame of pages that everybody may open: whose they are, large type, contrast, language.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { setPreferences, usePreferences } from '#web/client/preferences.ts';
import { useWords } from '#web/words/words.ts';
import { PUBLIC } from './public-words.ts';
import './public.css';

export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const { lang, size, theme } = usePreferences();
  const own = useQuery({ queryKey: ['zone', zone], queryFn: () => api.registry.getZone({ zone }) });
  return (
    <div className="mj-public">
      <header className="no-print">
        <Link to={`/public/${zone}`}>
          <img src="/mark.svg" alt="" width={28} height={28} />
          <span>
            <strong>{t.platform}</strong>
            <span className="meta">{own.data?.name ?? ''}</span>
          </span>
        </Link>
        <nav>
          <button
            type="button"
            className="mj-link"
            aria-pressed={size === 'large'}
            onClick={() => setPreferences({ size: size === 'large' ? 'normal' : 'large' })}
          >
            {t.large}
          </button>
          <button
            type="button"
            className="mj-link"
            onClick={() => setPreferences({ theme: theme === 'dark' ? 'light' : 'dark' })}
          >
            {theme === 'dark' ? t.light : t.dark}
          </button>
          <button
            type="button"
            className="mj-link"
            onClick={() => setPreferences({ lang: lang === 'zh' ? 'en' : 'zh' })}
          >
            {t.language}
          </button>
          <Link to="/sign-in">{t.signIn}</Link>
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}
