// Where the search is: it looks like a field, and becomes one when it is clicked or Ctrl+K is pressed.
import { SearchOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';

const GlobalSearch = lazy(async () => ({ default: (await import('./GlobalSearch.tsx')).GlobalSearch }));

export function SearchPlace() {
  const t = useWords(SHELL);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const place = (
    <button
      type="button"
      className="mj-search-place"
      data-keys={t.searchKeys}
      aria-label={t.searchEnterprise}
      onClick={() => setOpen(true)}
    >
      <SearchOutlined />
      <span>{t.searchEnterprise}</span>
    </button>
  );
  if (!open) return place;
  return (
    <Suspense fallback={place}>
      <GlobalSearch onLeave={() => setOpen(false)} />
    </Suspense>
  );
}
