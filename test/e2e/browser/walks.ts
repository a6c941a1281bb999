// Every journey is walked four times, in both languages at both sizes; and the small acts that many journeys share.
import type { Locator, Page } from 'playwright-core';
import { UI } from '#web/ui/ui-words.ts';
import { speak } from '#web/words/words.ts';
import type { Lang, Size } from './visit.ts';

export const WALKS: readonly (readonly [Lang, Size])[] = [
  ['zh', 'desk'],
  ['en', 'desk'],
  ['zh', 'phone'],
  ['en', 'phone'],
];

/** Which walk it is, from 0: what changes the zone takes another enterprise, name or finding in each. */
export const walkOf = (lang: Lang, size: Size): number =>
  WALKS.findIndex(([ofLang, ofSize]) => ofLang === lang && ofSize === size);

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** A button of exactly this label; the kit parts two Chinese characters by a space. */
export function button(within: Page | Locator, label: string): Locator {
  const name = escaped(label).replace(/^(\p{Script=Han})(\p{Script=Han})$/u, String.raw`$1\s?$2`);
  return within.getByRole('button', { name: new RegExp(`^${name}$`) });
}

/** Gives the reason that a dialog asks for, and waits until the server took it. */
export async function giveReason(page: Page, text: string, lang: Lang, confirm?: string): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ has: page.locator('textarea') });
  await dialog.locator('textarea').fill(text);
  // While it grows, a press may begin on the button and end beside it.
  await dialog.and(page.locator(':not([class*="ant-zoom"])')).waitFor();
  await button(dialog, confirm ?? speak(UI, lang).confirm).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What the server answers to the person of this page. */
export const answerOf = <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(
    async (at) => (await (await fetch(`/api/zones/demo${at}`)).json()) as unknown,
    path,
  ) as Promise<Answer>;

/** The first row or card of a list, whatever the size. */
export const firstRow = (page: Page): Locator => page.locator('.mj-tbody .mj-tr').first();
