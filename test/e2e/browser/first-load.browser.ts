// What a person has to load before the first page works: the door, and the first page behind it, each on an empty cache.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from './visit.ts';

const LIMIT_KB = 300;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the door is light', async () => {
  const { page, end } = await visit(browser, undefined, '/sign-in');
  const loaded = await page.evaluate(
    () => performance.getEntriesByType('resource') as PerformanceResourceTiming[],
  );
  const files = loaded.filter(({ name }) => /\.(?:js|css)$/.test(name));
  const kilobytes = files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024;
  expect(files.length).toBeGreaterThan(3);
  expect(Math.round(kilobytes)).toBeLessThanOrEqual(LIMIT_KB);
  // Charts, maps, editors and validators come with the page that needs them.
  expect(
    files.map(({ name }) => name).filter((name) => /echarts|drawn-map|Studio|schemas/.test(name)),
  ).toEqual([]);
  await end();
});

test('the first page behind it needs no more than the door and a little', async () => {
  const { page, end } = await visit(browser, 'officer', '/z/demo');
  const kilobytes = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.(?:js|css)$/.test(name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize / 1024, 0),
  );
  expect(Math.round(kilobytes)).toBeLessThanOrEqual(LIMIT_KB);
  await end();
});
