// What a cell's number format says about its number: the same 43831 is a count, 2020-01-01 or 4383100%.

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'percent' }
  /** Codes kept as numbers that are shown with leading zeros, such as 000000. */
  | { readonly kind: 'zeros'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };
const PERCENT: NumberFormat = { kind: 'percent' };

/** ECMA-376 part 1, 18.8.30: the formats that files name by number only. 27–36 and 50–58 are East Asian dates; 18–21 and 45–47 are times. */
export function builtinFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return PERCENT;
  const isDate =
    (id >= 14 && id <= 17) ||
    id === 22 ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 54) ||
    id === 57 ||
    id === 58;
  return isDate ? DATE : PLAIN;
}

/** Texts in quotes, colours, locales and elapsed times in brackets, escaped and filling signs. */
const LITERALS = /"[^"]*"|\[[^\]]*\]|\\.|[_*]./gs;

export function readFormat(pattern: string): NumberFormat {
  const [positive = ''] = pattern.replace(LITERALS, '').split(';');
  if (/^0{2,}$/.test(positive)) return { kind: 'zeros', digits: positive.length };
  if (positive.includes('%')) return PERCENT;
  if (/general/i.test(positive)) return PLAIN;
  // A time of day has no day; `m` is a minute beside hours or seconds, otherwise a month.
  return /[yd]/i.test(positive) || (/m/i.test(positive) && !/[hs]/i.test(positive)) ? DATE : PLAIN;
}
