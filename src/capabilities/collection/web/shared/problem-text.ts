// Findings in words, with what to do about them.
import { fillTemplate, type Params, type Wording } from '#core/diagnostic.ts';
import { FINDING_WORDINGS } from '#capabilities/collection/model/finding-wordings.ts';
import type { Lang } from '#web/client/preferences.ts';
import { READING_WORDS } from './reading-words.ts';

const WORDINGS: Readonly<Record<string, Wording>> = { ...READING_WORDS, ...FINDING_WORDINGS };

export function problemText(code: string, params: Params, lang: Lang): string {
  const wording = WORDINGS[code];
  if (wording === undefined) return code;
  // A count of problems names the problem by its code.
  const inner = WORDINGS[String(params['problem'] ?? '')];
  const filled = inner === undefined ? params : { ...params, problem: withoutParams(inner[lang]) };
  return fillTemplate(wording[lang], filled);
}

/** A kind of problem, not one of them: what stands in brackets is about a single one. */
function withoutParams(template: string): string {
  return template.replace(/\s*[（(][^（()）]*\{\w+\}[^（()）]*[)）]/g, '').replace(/\{\w+\}/g, '…');
}

export function problemHint(code: string, lang: Lang): string | undefined {
  return WORDINGS[code]?.hint?.[lang];
}
