// The wording of every finding the engine can make, and how a finding reads.
import { type Diagnostic, fillTemplate, type Lang, type Wording } from '#core/diagnostic.ts';
import { CORE_MESSAGES } from '#core/messages.ts';
import { FORMULA_MESSAGES } from './formula/messages.ts';
import { PROOF_MESSAGES } from './proof/messages.ts';
import { RUN_MESSAGES } from './run/messages.ts';
import { SCHEME_MESSAGES } from './scheme/messages.ts';
import { SCORE_MESSAGES } from './score/messages.ts';
import { SIMULATE_MESSAGES } from './simulate/messages.ts';

export const ENGINE_MESSAGES: Readonly<Record<string, Wording>> = {
  ...CORE_MESSAGES,
  ...FORMULA_MESSAGES,
  ...SCHEME_MESSAGES,
  ...SCORE_MESSAGES,
  ...RUN_MESSAGES,
  ...SIMULATE_MESSAGES,
  ...PROOF_MESSAGES,
};

/** A finding in words: what happened and, where there is advice, what to do. A code without wording shows itself. */
export function describeFinding(
  finding: Pick<Diagnostic, 'code' | 'params'>,
  lang: Lang,
  wordings: Readonly<Record<string, Wording>> = ENGINE_MESSAGES,
): { message: string; hint: string | undefined } {
  const wording = wordings[finding.code];
  if (wording === undefined) return { message: finding.code, hint: undefined };
  const hint = wording.hint?.[lang];
  return {
    message: fillTemplate(wording[lang], finding.params),
    hint: hint === undefined ? undefined : fillTemplate(hint, finding.params),
  };
}
