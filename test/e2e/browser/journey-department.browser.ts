// A department: its task is sent back, it takes the template, fills it, sees its faulty cell, hands in; findings by keyboard
// alone, and on a phone by touch.
import { readFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLLECTION } from '#capabilities/collection/web/shared/collection-words.ts';
import { speak } from '#web/words/words.ts';
import { UI } from '#web/ui/ui-words.ts';
import { type Lang, look, openBrowser, settled, type Size, visit } from './visit.ts';
import { button, firstRow, giveReason, walkOf, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(WALKS)('%s, %s', (lang, size) => {
  const t = speak(COLLECTION, lang);

  test('template, upload, the bad cell, handed in, and taken back', async () => {
    const office = await visit(browser, 'officer', '/z/demo/collection?period=2025', { lang, size });
    await office.page
      .locator('.mj-tbody .mj-tr', { hasText: '税务' })
      .getByRole('button', { name: t.sendBack })
      .click();
    await giveReason(office.page, '请核对两家企业的税收', lang);
    await look(office.page, `journey-department-board-${size}-${lang}`);
    await office.end();

    const { page, end } = await visit(browser, 'tax', '/z/demo/collection?period=2025', { lang, size });
    await page.getByText(t.returnedBecause('请核对两家企业的税收')).waitFor();
    await look(page, `journey-department-task-${size}-${lang}`);
    const [template] = await Promise.all([page.waitForEvent('download'), button(page, t.template).click()]);
    const row = 3 + walkOf(lang, size) * 2;
    await drop(page, filled(await template.path(), { [row]: 321.5, [row + 1]: '约二百' }));
    await page.waitForURL('**/imports/**');
    await page.locator('mark', { hasText: '约二百' }).waitFor();
    const answer = (await page.locator('h1').textContent()) ?? '';
    expect(answer).toBe(t.importAnswer(/[\d,]+/.exec(answer)?.[0] ?? '', '1'));
    await look(page, `journey-department-import-${size}-${lang}`);
    const [marked] = await Promise.all([page.waitForEvent('download'), act(page, size, lang, t.marked)]);
    expect(marked.suggestedFilename()).toMatch(/xlsx$/);
    await button(page, t.acceptValid).click();
    await page.getByText(t.accepted).first().waitFor();

    await page.goto('/z/demo/collection?period=2025');
    await settled(page);
    await button(page, t.handIn).click();
    await page.getByText(new RegExp(`^(${t.submitted}|${t.submitted_late}).* · ${t.due}`)).waitFor();

    await page.goto('/z/demo/imports?period=2025');
    await settled(page);
    await firstRow(page).click();
    // The faulty row was left out, so its marked file is still there, and on a phone comes first.
    await act(page, size, lang, t.undo);
    await giveReason(page, '测试撤销', lang);
    await page.getByText(t.undone).first().waitFor();
    await end();
  });

  test.runIf(size === 'phone')('a finding is opened, left, settled, and the next one comes', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/findings?period=2025', { lang, size });
    const before = await leftOf(page);
    const step = page.getByRole('dialog').filter({ has: page.locator('.mj-finding') });
    await step.waitFor({ state: 'hidden' });
    await look(page, `journey-department-findings-${size}-${lang}`);
    const all = String(before);
    const at = (n: number) => step.getByText(t.ofAll(String(n), all), { exact: true }).waitFor();
    await page.locator('.mj-tbody .mj-tr').nth(1).click();
    await at(2);
    await look(page, `journey-department-finding-${size}-${lang}`);
    await button(step, t.next).click();
    await at(3);
    await button(step, t.previous).click();
    await button(step, t.previous).click();
    await at(1);
    expect(await button(step, t.previous).isDisabled()).toBe(true);

    // Back to the list, by the arrow as by the phone itself.
    await page.goBack();
    await step.waitFor({ state: 'hidden' });
    await page.locator('.mj-tbody .mj-tr').nth(1).click();
    await at(2);
    await step.locator('.ant-drawer-close').click();
    await step.waitFor({ state: 'hidden' });
    expect(page.url()).toMatch(/findings\?period=2025$/);

    await page.locator('.mj-tbody .mj-tr').nth(1).click();
    await at(2);
    const settledOne = await step.locator('.mj-finding').textContent();
    await button(step, t.explained).click();
    await giveReason(page, '已电话核实', lang, t.explained);
    await expect.poll(() => leftOf(page)).toBe(before - 1);
    await step.getByText(t.ofAll('2', String(before - 1)), { exact: true }).waitFor();
    expect(await step.locator('.mj-finding').textContent()).not.toBe(settledOne);
    await end();
  });

  test.runIf(size === 'desk')('findings are worked through by keyboard alone', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/findings?period=2025', { lang, size });
    const left = (): Promise<number> => leftOf(page);
    const card = page.locator('.mj-finding');
    const before = await left();
    const first = await card.textContent();
    await page.keyboard.press('j');
    await expect.poll(() => card.textContent()).not.toBe(first);
    await look(page, `journey-department-findings-${size}-${lang}`);
    await page.keyboard.press('2');
    const dialog = page.getByRole('dialog');
    await dialog.locator('textarea').waitFor();
    await page.keyboard.type('已电话核实');
    await page.keyboard.press('Tab');
    for (let tab = 0; tab < 6 && !(await isOnConfirm(page)); tab++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(left).toBe(before - 1);
    await page.keyboard.press('k');
    await end();
  });
});

/** How many findings the first line says are left, once it has counted them. */
async function leftOf(page: Page): Promise<number> {
  const answer = await page.locator('h1', { hasText: /\d/ }).textContent();
  return Number(/[\d,]+/.exec(answer ?? '')?.[0].replaceAll(',', ''));
}

/** Something to do with an import that on a phone stands behind "more". */
async function act(page: Page, size: Size, lang: Lang, label: string): Promise<void> {
  if (size === 'desk') return button(page, label).click();
  await button(page, speak(UI, lang).more).click();
  await page.getByRole('menuitem', { name: label }).click();
}

const isOnConfirm = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.classList.contains('ant-btn-primary') === true);

/** The template with some figures, by row from 0; what an office leaves empty stays as it is. */
function filled(path: string, figures: Readonly<Record<number, number | string>>): Buffer {
  const book = read(readFileSync(path));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  for (const [row, value] of Object.entries(figures))
    utils.sheet_add_aoa(sheet, [[value]], { origin: { r: Number(row), c: 2 } });
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const drop = (page: Page, buffer: Buffer): Promise<void> =>
  page.locator('input[type=file]').first().setInputFiles({
    name: '税收补报.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });
