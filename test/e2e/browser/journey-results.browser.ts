// Leader and evaluation office: from the answer of the cockpit to one enterprise and its reasons; a list that is kept and exported;
// a change by hand with two people; a slider that moves the zone.
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, openBrowser, settled, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a leader', () => {
  test('goes from the cockpit to the list behind a number, and to why', async () => {
    const { page, end } = await visit(browser, 'leader', '/z/demo/cockpit?period=2024');
    const answer = (await page.locator('h1').textContent()) ?? '';
    const evaluated = /([\d,]+) 家企业参评/.exec(answer)?.[1] ?? '';
    expect(evaluated).not.toBe('');
    await page.goto('/z/demo/results?period=2024&class=A');
    await settled(page);
    const ranking = (await page.locator('h1').textContent()) ?? '';
    expect(ranking).toContain(`${evaluated} 家参加排名`);
    await page.locator('.mj-tbody .mj-tr').first().click();
    await page.getByText('各项相加等于综合得分').waitFor();
    await look(page, 'journey-leader-why');
    await end();
  });

  test.each([
    [1920, 1080],
    [3840, 2160],
  ])('the wall fills %i × %i with type that can be read', async (width, height) => {
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

describe('the evaluation office', () => {
  test('keeps its conditions in the address, and exports what is shown', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/results?period=2024&class=D');
    const shown = async (): Promise<string> =>
      (await page.locator('.mj-table-bar').first().textContent()) ?? '';
    const before = await shown();
    expect(before).toMatch(/\d+ 条 \/ 共/);
    await page.reload();
    await settled(page);
    expect(await shown()).toBe(before);
    const names = await page.locator('.mj-tbody .mj-tr .mj-td:first-child').allTextContents();
    await page.getByRole('button', { name: '导出' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('导出 Excel（当前列表）').click(),
    ]);
    const book = read(readFileSync(await file.path()));
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(rows.slice(1, 6).map(([name]) => name)).toEqual(names.slice(0, 5));
    expect(`${rows.length - 1}`).toBe(/(\d+) 条 \//.exec(before.replaceAll(',', ''))?.[1]);
    await end();
  });

  test('finds an enterprise from anywhere by the initials of its name', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/notices');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /拼音首字母/ }).fill('ysyc');
    await page.locator('.mj-search-hit').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/enterprises/**');
    expect(await page.locator('.mj-search-hit').count()).toBe(0);
    await end();
  });

  test('moves a weight, and sees who moves', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/schemes/jining-hitech-2023/1');
    await page.getByText('等级没有变化').first().waitFor();
    const weight = page.locator('input[type=range]').first();
    await weight.focus();
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    await page
      .getByText(/家升档/)
      .first()
      .waitFor();
    expect(
      await page
        .getByText(/家升档/)
        .first()
        .textContent(),
    ).toMatch(/\d+ 家升档/);
    await look(page, 'journey-studio');
    await end();
  });
});
