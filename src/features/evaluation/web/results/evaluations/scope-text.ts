// Who an evaluation is about, in words.
import { plain } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Evaluation } from '#features/evaluation/web/shared/evaluation-choice.ts';
import { EVALUATION } from './evaluation-words.ts';

export function useScopeText(): (evaluation: Evaluation) => string {
  const t = useWords(EVALUATION);
  return ({ scope, land_from_mu: from, land_below_mu: below }) => {
    const land =
      from === null && below === null
        ? ''
        : ` · ${t.land(from === null ? '' : plain(from), below === null ? '' : plain(below))}`;
    return `${t[scope]}${land}`;
  };
}
