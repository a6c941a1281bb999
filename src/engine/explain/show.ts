// Numbers and names as an explanation shows them.
import { formatNumber } from '#core/number-text.ts';
import type { Labels } from '../scheme/plan.ts';

/** Enough decimals to follow the sum by hand: two for large numbers, more for small ones, no trailing zeros. */
export function showNumber(value: number): string {
  if (Number.isNaN(value)) return '—';
  const size = Math.abs(value);
  const digits = size >= 1000 ? 2 : size >= 1 ? 4 : 6;
  return trimZeros(formatNumber(value, digits));
}

export function showPoints(value: number): string {
  return formatNumber(value, 4);
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Both names of a thing; the name in the scheme where a label is missing. */
export function namesOf(labels: Labels, name: string): { zh: string; en: string } {
  return { zh: labels.zh ?? labels.en ?? name, en: labels.en ?? labels.zh ?? name };
}

/** `12.5 万元/亩`; a percentage keeps its sign close. */
export function withUnit(value: number, unit: string | undefined): string {
  const text = showNumber(value);
  if (unit === undefined || unit === '1' || text === '—') return text;
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}
