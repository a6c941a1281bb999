// The ways between pages of the results on a phone: the current one is in view, and where more are is to be seen.
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESULTS } from '#features/evaluation/web/results/results-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(['zh', 'en'] as const)('%s', async (lang) => {
  const t = speak(RESULTS, lang);
  const { page, end } = await visit(browser, 'officer', '/z/demo/adjustments', { lang, size: 'phone' });
  const nav = page.getByRole('navigation', { name: t.pages });
  const strip = page.locator('.mj-strip');
  expect(await nav.locator('[aria-current="page"]').textContent()).toBe(t.adjustments);
  await expect.poll(() => isWhole(nav.getByRole('link', { name: t.adjustments }))).toBe(true);
  const hidden = async (): Promise<number> =>
    nav.evaluate((one) => one.scrollWidth - one.clientWidth - one.scrollLeft);
  expect(await strip.getAttribute('data-after')).toBe(String((await hidden()) > 4));
  await look(page, `results-nav-phone-${lang}`);

  // By keyboard every way comes into view; the first and the last whole.
  for (const name of [t.ranking, t.progress]) {
    const link = nav.getByRole('link', { name });
    await link.focus();
    await expect.poll(() => isWhole(link)).toBe(true);
  }
  await nav.getByRole('link', { name: t.ranking }).click();
  await expect.poll(() => isWhole(nav.getByRole('link', { name: t.ranking }))).toBe(true);
  await end();
});

/** Nothing of it beyond the edge of the screen, and nothing of it faded. */
const isWhole = (link: Locator): Promise<boolean> =>
  link.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    const strip = element.closest('.mj-strip');
    const edge = strip?.getBoundingClientRect() ?? { left: 0, right: 0 };
    return left >= edge.left - 1 && right <= edge.right + 1;
  });
