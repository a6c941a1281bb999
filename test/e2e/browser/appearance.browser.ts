// Large type and dark colours: the three pages that people look at most hold what every page holds, wide in Chinese and narrow in English.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, openBrowser, settled, visit } from './visit.ts';
import { answerOf } from './walks.ts';

let browser: Browser;
let own = '';
beforeAll(async () => {
  browser = await openBrowser();
  const { page, end } = await visit(browser, 'enterprise', '/z/demo/notices');
  const { enterprise_ids } = await answerOf<{ enterprise_ids: string[] }>(page, '/me');
  own = enterprise_ids[0] ?? '';
  await end();
});
afterAll(() => browser.close());

const PLACES = ['cockpit', 'results', 'enterprises/'] as const;

describe.each([
  ['zh', 'desk'],
  ['en', 'phone'],
] as const)('%s, %s', (lang, size) => {
  test.each(['dark', 'large'] as const)('%s', async (mode) => {
    const how = mode === 'dark' ? { theme: mode } : { type: mode };
    const { page, end } = await visit(browser, 'officer', '/z/demo/notices', { lang, size, ...how });
    for (const place of PLACES) {
      await page.goto(`/z/demo/${place}${place === 'enterprises/' ? own : ''}?period=2024`);
      await settled(page);
      await look(page, `${mode}-${place.replace('/', '')}-${size}-${lang}`);
    }
    const root = page.locator('html');
    expect(await root.getAttribute(mode === 'dark' ? 'data-theme' : 'data-size')).toBe(mode);
    await end();
  });
});
