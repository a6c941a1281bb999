// The initials of a Chinese name in pinyin, as people type them: 云亩机械 is ymjx.
import { toHalfWidth } from '#core/half-width.ts';

export type Initials = (name: string) => string;

/** Its dictionary is half a megabyte, so it is loaded when somebody needs it. */
export async function loadInitials(): Promise<Initials> {
  const { pinyin } = await import('pinyin-pro');
  const options = { pattern: 'first', toneType: 'none', type: 'array' } as const;
  return (name) =>
    // Brackets go first, so that a word on both sides of one is read as a word.
    pinyin(toHalfWidth(name).replace(/[^\p{L}\p{N}]/gu, ''), options)
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
}
