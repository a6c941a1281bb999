// A leader: from the answer of the cockpit to the list behind a number, to one enterprise and its reasons; the wall.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COCKPIT } from '#features/evaluation/web/cockpit/cockpit-words.ts';
import { RESULTS } from '#features/evaluation/web/results/results-words.ts';
import { WHY } from '#features/evaluation/web/shared/why/why-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, visit } from './visit.ts';
import { firstRow, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(WALKS)(
  'goes from the cockpit to the list behind a number, and to why: %s, %s',
  async (lang, size) => {
    const cockpit = speak(COCKPIT, lang);
    const { page, end } = await visit(browser, 'leader', '/z/demo/cockpit?period=2024', { lang, size });
    const answer = (await page.locator('h1').textContent()) ?? '';
    const [, evaluated = ''] = /[:：]\s*([\d,]+)/.exec(answer) ?? [];
    expect(answer).toContain(cockpit.answer('2024', evaluated, '', '').split(evaluated)[0]);
    await page.getByText(cockpit.alerts, { exact: true }).waitFor();
    await look(page, `journey-leader-cockpit-${size}-${lang}`);
    await page.goto('/z/demo/results?period=2024&class=A');
    await settled(page);
    expect(await page.locator('h1').textContent()).toContain(evaluated);
    await firstRow(page).click();
    const drawer = page.getByRole('dialog');
    const sum = speak(WHY, lang).addsUp('').trim();
    await drawer.getByText(sum).waitFor();
    await look(page, `journey-leader-why-${size}-${lang}`);
    await drawer.getByRole('link', { name: speak(RESULTS, lang).toEnterprise }).click();
    await page.waitForURL('**/enterprises/**');
    await settled(page);
    await page.getByText(sum).waitFor();
    await end();
  },
);

describe('the wall', () => {
  test.each([
    [1920, 1080],
    [3840, 2160],
  ])('fills %i × %i with type that can be read', async (width, height) => {
    const { page, end } = await visit(browser, 'leader', '/wall/demo?period=2024');
    await page.setViewportSize({ width, height });
    await page.locator('.mj-wall h1').waitFor();
    const least = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('.mj-wall h1, .mj-wall h2, .mj-wall strong, .mj-wall .mj-tag')].map(
          (one) => Number.parseFloat(getComputedStyle(one).fontSize),
        ),
      ),
    );
    expect(least).toBeGreaterThanOrEqual(Math.floor(height / 45) - 1);
    const outside = await page.evaluate(
      () =>
        document.documentElement.scrollHeight -
        window.innerHeight +
        document.documentElement.scrollWidth -
        window.innerWidth,
    );
    expect(outside).toBeLessThanOrEqual(0);
    await end();
  });
});
