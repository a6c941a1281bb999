// The evaluation office at its desk: a list with its conditions kept, exported and saved; the search; a weight that moves the zone.
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EFFECT } from '#features/evaluation/web/studio/effect/effect-words.ts';
import { SHELL } from '#web/shell/shell-words.ts';
import { UI } from '#web/ui/ui-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, visit } from './visit.ts';
import { button, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(WALKS)('%s, %s', (lang, size) => {
  const ui = speak(UI, lang);

  test('a list keeps its conditions in the address, is exported as shown, and saved as a view', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/results?period=2024&class=D', {
      lang,
      size,
    });
    const bar = page.locator('.mj-table-bar').first();
    const before = (await bar.textContent()) ?? '';
    const [shown = '', all = ''] = before.match(/\d[\d,]*/g) ?? [];
    expect(before).toContain(ui.rows(shown, all));
    await page.reload();
    await settled(page);
    expect(await bar.textContent()).toBe(before);
    const names = await page
      .locator('.mj-tbody .mj-tr :is(.mj-card-title, .mj-td:first-child)')
      .allTextContents();
    await bar.getByRole('button', { name: ui.export }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(ui.exportXlsx).click()]);
    const book = read(readFileSync(await file.path()));
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(rows.slice(1, 6).map(([name]) => name)).toEqual(names.slice(0, 5));
    expect(`${rows.length - 1}`).toBe(shown.replaceAll(',', ''));

    await button(page, ui.views).click();
    await page.getByRole('menuitem', { name: ui.saveView }).click();
    await page.getByRole('textbox', { name: ui.viewName }).fill('D 2024');
    await button(page.getByRole('dialog'), ui.save).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await button(page, ui.clearFilters).click();
    await page.waitForURL((url) => !url.searchParams.has('class'));
    await button(page, ui.views).click();
    await page.getByRole('menuitem', { name: 'D 2024' }).click();
    await page.waitForURL((url) => url.searchParams.get('class') === 'D');
    expect(await bar.textContent()).toBe(before);
    await look(page, `journey-office-list-${size}-${lang}`);
    await end();
  });

  test('an enterprise is found from anywhere by the initials of its name', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/notices', { lang, size });
    const search = speak(SHELL, lang).searchEnterprise;
    await (size === 'desk' ? page.keyboard.press('Control+k') : button(page, search).click());
    await page.getByRole('combobox', { name: search }).fill('ysyc');
    await page.locator('.mj-search-hit').first().waitFor();
    await look(page, `journey-office-search-${size}-${lang}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/enterprises/**');
    expect(await page.locator('.mj-search-hit').count()).toBe(0);
    await end();
  });

  test('a weight is moved, and who moves is seen', async () => {
    const effect = speak(EFFECT, lang);
    const { page, end } = await visit(
      browser,
      'officer',
      '/z/demo/schemes/jining-hitech-2023/1?areas=effect',
      {
        lang,
        size,
      },
    );
    const answer = page.locator('.mj-outcome-answer');
    await answer.getByText(effect.nobody).waitFor();
    await page.getByRole('slider').first().focus();
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => answer.textContent()).toMatch(/[1-9]\d* (?:家升档|rise)/);
    await look(page, `journey-office-weight-${size}-${lang}`);
    await end();
  });
});
