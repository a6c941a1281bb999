// Numbers as people here read them: grouped, with fixed decimals, 亿元 from ten thousand 万元 on, never an exponent.
import type { Lang } from '../client/preferences.ts';

const ABSENT = '—';
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(digits: number, least: number): Intl.NumberFormat {
  const key = `${digits}/${least}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('zh-CN', {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

const isAbsent = (value: number | null | undefined): value is null | undefined =>
  value === null || value === undefined || !Number.isFinite(value);

/** With exactly so many decimals, so that the numbers of a column stand under one another. */
export function fixed(value: number | null | undefined, digits = 2): string {
  return isAbsent(value) ? ABSENT : formatOf(digits, digits).format(value);
}

/** With as many decimals as it has, up to four. */
export function plain(value: number | null | undefined): string {
  return isAbsent(value) ? ABSENT : formatOf(4, 0).format(value);
}

export const count = (value: number | null | undefined): string => fixed(value, 0);

/** A share of one as per cent. */
export function percent(share: number | null | undefined, digits = 1): string {
  return isAbsent(share) ? ABSENT : `${formatOf(digits, digits).format(share * 100)}%`;
}

/** A change with its sign; the minus is the typographic one, as wide as a plus. */
export function signed(value: number | null | undefined, digits = 2): string {
  if (isAbsent(value)) return ABSENT;
  const text = formatOf(digits, digits).format(Math.abs(value));
  if (Number(text.replaceAll(',', '')) === 0) return text;
  return value > 0 ? `+${text}` : `−${text}`;
}

export type Quantity = { readonly text: string; readonly unit: string };

/** From how much on the larger unit, and the units by how much 万元 one of them is. */
const MONEY = {
  zh: [10_000, { step: 10_000, unit: '亿元' }, { step: 1, unit: '万元' }],
  en: [100_000, { step: 100_000, unit: 'billion CNY' }, { step: 100, unit: 'million CNY' }],
} as const;

/** Money given in 万元: in 亿元 from ten thousand on. `beside`: the amount it stands next to, whose unit it shares. */
export function money(wan: number | null | undefined, lang: Lang, beside = wan): Quantity {
  if (isAbsent(wan)) return { text: ABSENT, unit: '' };
  const size = Math.abs(beside ?? 0);
  const [least, large, small] = MONEY[lang];
  const { step, unit } = size >= least ? large : small;
  return { text: fixed(wan / step), unit };
}

/** A day as tables show it, from what the server sends. */
export const day = (iso: string | null | undefined): string =>
  iso === null || iso === undefined ? ABSENT : iso.slice(0, 10);

/** A moment in the reader's own time. */
export function moment(iso: string | null | undefined): string {
  if (iso === null || iso === undefined) return ABSENT;
  const date = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
