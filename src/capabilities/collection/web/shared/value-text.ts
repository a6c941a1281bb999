// A figure of any kind as it is read.
import { plain } from '#web/ui/numbers.ts';

type Value = number | string | boolean | null | undefined;

export function valueText(value: Value, t: { readonly yes: string; readonly no: string }): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  return typeof value === 'number' ? plain(value) : value;
}
