// A scheme of the own zone: begun from one that ships, changed in the form and in the text, checked, submitted by one and approved
// by another.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORM } from '#features/evaluation/web/studio/form/form-words.ts';
import { LIST } from '#features/evaluation/web/studio/list/list-words.ts';
import { STUDIO } from '#features/evaluation/web/studio/studio-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, type Size, visit } from './visit.ts';
import { button, giveReason, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(WALKS)('%s, %s', (lang, size) => {
  const t = speak(STUDIO, lang);
  const list = speak(LIST, lang);
  const form = speak(FORM, lang);
  const id = `own-${lang}-${size}`;

  test('form and text, submitted by one and approved by another', async () => {
    const author = await visit(browser, 'officer', '/z/demo/schemes', { lang, size });
    const { page } = author;
    await button(page, list.fresh).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: list.from }).fill('jining-hitech-2023-below');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: list.newId }).fill(id);
    await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
    await look(page, `journey-scheme-new-${size}-${lang}`);
    await button(dialog, list.create).click();
    await page.waitForURL(`**/schemes/${id}/1`);
    await settled(page);

    const weights = page.getByRole('textbox', { name: form.weight });
    const before = await weights.first().inputValue();
    await weights.first().fill(String(Number(before) + 1));
    await page.keyboard.press('Enter');
    // The weights no longer add up: the form says so at its place, and nothing can be saved.
    await page
      .getByText(t.errors('1'))
      .or(page.getByText(t.warnings('1')))
      .first()
      .waitFor();
    await look(page, `journey-scheme-fault-${size}-${lang}`);
    await weights.first().fill(before);
    await page.keyboard.press('Enter');

    await area(page, size, t.text);
    const editor = page.locator('.cm-content');
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Home');
    await page.keyboard.type(`# ${id}\n`);
    await page.getByText(t.noFindings).waitFor();
    await expect.poll(() => button(page, t.save).isEnabled()).toBe(true);
    await look(page, `journey-scheme-text-${size}-${lang}`);
    await button(page, t.save).click();
    await page.waitForURL(`**/schemes/${id}/2**`);
    await settled(page);
    await button(page, t.submit).click();
    await page.getByText(t.submitted, { exact: true }).first().waitFor();
    // Nobody approves what is their own.
    expect(await button(page, t.approve).isDisabled()).toBe(true);
    await author.end();

    const second = await visit(browser, 'officer2', `/z/demo/schemes/${id}/2`, { lang, size });
    await button(second.page, t.approve).click();
    await giveReason(second.page, '同意，按此版本执行', lang);
    await second.page.getByText(t.approved, { exact: true }).first().waitFor();
    await look(second.page, `journey-scheme-approved-${size}-${lang}`);
    await second.page.goto(`/z/demo/schemes?search=${id}&state=approved`);
    await settled(second.page);
    expect(await second.page.locator('.mj-tbody .mj-tr').count()).toBe(1);
    await second.end();
  });
});

/** On a narrow screen one area is shown at a time; on a usual one the text is put away until somebody asks for it. */
async function area(page: Page, size: Size, name: string): Promise<void> {
  if (size === 'phone') await page.locator('.ant-segmented-item', { hasText: name }).click();
  else await button(page, name).click();
}
