// The first look at a formula's text: signs of a Chinese keyboard become ASCII ones, and what the grammar has no use for is found
// before the parser runs. Every replacement keeps the length, so that offsets hold for the text as written.
import { toHalfWidth } from '#core/half-width.ts';

export type Scanned = { readonly text: string } | { readonly badAt: number };

const CHINESE_SIGNS = new Map([
  ['、', ','],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['【', '['],
  ['】', ']'],
  ['−', '-'],
  ['\u00a0', ' '],
]);

const ALLOWED = /[A-Za-z0-9_\s+\-*/^×÷()[\],.<>=!≤≥≠&|'"]/;
const WORD = /[A-Za-z0-9_]/;

/** Text in quotes is left as it is. */
export function scan(formula: string): Scanned {
  const folded = Array.from({ length: formula.length }, (_, i) => fold(formula.charAt(i)));
  const open: ('list' | 'group')[] = [];
  let quote = '';
  for (let i = 0; i < folded.length; i++) {
    const char = folded[i] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
      else {
        folded[i] = formula.charAt(i);
        if (char === '\\') folded[++i] = formula.charAt(i);
      }
      continue;
    }
    if (!ALLOWED.test(char)) return { badAt: i };
    if (char === "'" || char === '"') quote = char;
    // The parser takes `(a, b)` for a sequence; only calls and lists have commas here.
    if (char === '(') open.push(WORD.test(lastSign(folded, i)) ? 'list' : 'group');
    if (char === '[') open.push('list');
    if (char === ')' || char === ']') open.pop();
    if (char === ',' && open.at(-1) !== 'list') return { badAt: i };
  }
  return { text: folded.join('') };
}

function fold(char: string): string {
  return CHINESE_SIGNS.get(char) ?? toHalfWidth(char);
}

function lastSign(signs: readonly string[], before: number): string {
  let i = before - 1;
  while (i >= 0 && /\s/.test(signs[i] ?? '')) i--;
  return signs[i] ?? '';
}
