// When two spellings of an enterprise's name mean the same one.
import { toHalfWidth } from '#core/half-width.ts';

/** Without width, spaces, brackets of any kind and the form of the company at the end. */
export function normalisedName(name: string): string {
  return toHalfWidth(name)
    .toLowerCase()
    .replace(/[\s()[\]【】《》〈〉"'“”‘’.,，。、·-]/g, '')
    .replace(/(?:股份有限责任公司|有限责任公司|股份有限公司|有限公司|公司)$/, '');
}
