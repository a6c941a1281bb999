// Names of parks; a dataset from elsewhere already has them in place of ids.
import { useCallback } from 'react';
import { useWords } from '#web/words/words.ts';
import { useParkNames } from '#features/evaluation/web/shared/run-queries.ts';
import { EFFECT } from './effect-words.ts';

export function useParkName(): (id: string) => string {
  const t = useWords(EFFECT);
  const names = useParkNames();
  return useCallback((id) => (id === '' ? t.noPark : (names.get(id) ?? id)), [names, t]);
}
