// Large type, dark colours and paper: the pages that people look at most hold what every page holds, wide in Chinese and narrow in
// English; on paper lists are whole and maps are drawn.
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

describe('on paper', () => {
  test('a list has all its rows and no buttons, and the screen is as it was afterwards', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/results?period=2024');
    const drawn = page.locator('.mj-tbody .mj-tr');
    const inSight = await drawn.count();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const { items } = await answerOf<{
      items: { evaluation_id: string; period_id: string; run_id: string }[];
    }>(page, '/evaluations');
    const run = items.find(({ period_id }) => period_id === '2024')?.run_id;
    const { summary } = await answerOf<{ summary: { rows: number } }>(page, `/runs/${run}`);
    expect(summary.rows).toBeGreaterThan(inSight);
    expect(await page.locator('.mj-print-table tbody tr').count()).toBeGreaterThanOrEqual(summary.rows);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.mj-table-wrap').isVisible()).toBe(false);
    expect(await page.locator('.mj-menu').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.mj-print-table').count()).toBe(0);
    expect(await drawn.count()).toBe(inSight);
    await end();
  });

  test('the map is there with the names of the parks', async () => {
    const { page, end } = await visit(browser, 'leader', '/z/demo/cockpit?period=2024');
    await page.locator('.mj-map-name').first().waitFor();
    const colours = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const picture = document.querySelector<HTMLCanvasElement>('.mj-map-print');
      const pixels = picture?.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data;
      const found = new Set<number>();
      for (let at = 0; pixels !== undefined && at < pixels.length; at += 4 * 97)
        found.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
      return found.size;
    });
    expect(colours).toBeGreaterThan(10);
    await end();
  });
});
