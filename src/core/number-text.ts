// Numbers as people write them in spreadsheets and forms, and as officials read them in tables.
import { toHalfWidth } from './half-width.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

/**
 * `percent` tells that the text ended in `%`; the value stays as written (12.5% is 12.5), because only the column's unit
 * says whether to divide. `with_unit` is a number with text around it (3.2万, ¥500): it is never converted silently.
 */
export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'bad'; readonly problem: 'not_a_number' | 'with_unit' };

const ABSENT: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '——',
  '−',
  '/',
  '\\',
  '无',
  '暂无',
  '无数据',
  'N/A',
  '#N/A',
  'NA',
  'NAN',
  'NULL',
]);

const PLAIN = /^-?\d+(\.\d+)?$/;
const FIGURES = String.raw`(?:\d{1,3}(?:(?:,\s?|\s)\d{3})+|\d+)(?:\.\d*)?|\.\d+`;
const NUMBER = new RegExp(`^([+-]?)\\s*(${FIGURES})(e[+-]?\\d+)?\\s*(%?)$`, 'i');
const WITH_UNIT = new RegExp(`^[¥￥$]|^[+-]?\\s*(?:${FIGURES})\\s*[^\\d\\s.,%()]+$`);

/** Reads full-width digits, thousands separators, percent signs, accounting negatives `(5)`, and the usual words for "none". */
export function readNumber(text: string): ReadNumber {
  if (PLAIN.test(text)) return numberOf(text, false);
  const trimmed = toHalfWidth(text).trim();
  if (ABSENT.has(trimmed.toUpperCase())) return { kind: 'absent' };
  const signed = trimmed.replace(/^[−–]/, '-');
  const inner = /^\((.*)\)$/.exec(signed)?.[1]?.trim();
  const match = NUMBER.exec(inner ?? signed);
  if (!match) return { kind: 'bad', problem: WITH_UNIT.test(signed) ? 'with_unit' : 'not_a_number' };
  const [, sign = '', figures = '', exponent = '', percent = ''] = match;
  if (inner !== undefined && sign !== '') return { kind: 'bad', problem: 'not_a_number' };
  const minus = inner !== undefined || sign === '-' ? '-' : '';
  return numberOf(minus + figures.replace(/[,\s]/g, '') + exponent, percent === '%');
}

function numberOf(plain: string, percent: boolean): ReadNumber {
  const value = Number(plain);
  if (!Number.isFinite(value)) return { kind: 'bad', problem: 'not_a_number' };
  return { kind: 'number', value: value === 0 ? 0 : value, percent };
}

/** `1,234.50`: rounded half away from zero to `digits` places, thousands separated, never an exponent; absent is `—`. */
export function formatNumber(value: number, digits: number): string {
  if (!Number.isFinite(value)) return '—';
  const rounded = roundHalfAwayFromZero(value, digits);
  // toFixed falls back to exponents from 1e21 on; such a number is whole.
  const fixed =
    Math.abs(rounded) < 1e21
      ? rounded.toFixed(digits)
      : BigInt(rounded) + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  return fixed.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
