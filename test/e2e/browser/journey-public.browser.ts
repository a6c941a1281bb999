// Anybody: a row of the published list verified on the page and, from the receipt, without the network; a report by its code.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTERPRISE } from '#features/evaluation/web/enterprise/enterprise-words.ts';
import { PUBLIC } from '#features/evaluation/web/public/public-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, visit } from './visit.ts';
import { answerOf, button, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(WALKS)('%s, %s', (lang, size) => {
  const t = speak(PUBLIC, lang);

  test('a row is verified, with and without the network', async () => {
    const { page, end } = await visit(browser, undefined, '/public/demo', { lang, size });
    await button(page.locator('.mj-public-row').first(), t.verify).click();
    await page.getByText(t.good).waitFor();
    await look(page, `journey-public-list-${size}-${lang}`);
    const [receipt] = await Promise.all([page.waitForEvent('download'), button(page, t.saveReceipt).click()]);
    const path = await receipt.path();
    const root = (await page.locator('.mj-list-root code').textContent())?.trim() ?? '';
    await page.getByRole('link', { name: t.verifyOther }).click();
    const published = page.getByRole('textbox', { name: t.publishedRoot });
    await published.waitFor();
    await page.context().setOffline(true);
    await page.locator('input[type=file]').setInputFiles(path);
    await published.fill(root);
    await page.getByText(t.good).waitFor();
    await published.fill('0'.repeat(64));
    await page.getByText(t.other_root).waitFor();
    expect(await page.getByText(t.good).count()).toBe(0);
    await look(page, `journey-public-receipt-${size}-${lang}`);
    await page.context().setOffline(false);
    await end();
  });

  test('the whole list is taken along, and the method read in sentences', async () => {
    const { page, end } = await visit(browser, undefined, '/public/demo', { lang, size });
    await page.getByText(t.method, { exact: true }).click();
    await page.getByText(lang === 'zh' ? /前 20% 为 A 类/ : /20%.* class A/).waitFor();
    await look(page, `journey-public-method-${size}-${lang}`);
    const [list] = await Promise.all([page.waitForEvent('download'), button(page, t.csv).click()]);
    const lines = readFileSync(await list.path(), 'utf8').split('\r\n');
    expect(lines[0]?.startsWith('\uFEFF')).toBe(true);
    expect(lines[0]?.split(',')).toEqual(expect.arrayContaining([t.enterprise, t.creditCode, t.class]));
    expect(lines.length).toBeGreaterThan(200);
    await end();
  });

  test('a report of an enterprise is verified by the code printed on it', async () => {
    const own = await visit(browser, 'enterprise', '/z/demo/notices', { lang, size });
    const { enterprise_ids: ids } = await answerOf<{ enterprise_ids: string[] }>(own.page, '/me');
    await own.page.goto(`/z/demo/enterprises/${ids[0]}?period=2024`);
    const [report] = await Promise.all([
      own.page.waitForEvent('download'),
      button(own.page, speak(ENTERPRISE, lang).reportWord).click(),
    ]);
    const parts = unzipSync(readFileSync(await report.path()));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '');
    const [code = ''] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text) ?? [];
    await own.end();

    const { page } = await visit(browser, undefined, '/public/demo/verify', { lang, size });
    const field = page.getByRole('textbox', { name: t.code });
    await field.fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText(t.genuine).waitFor();
    await look(page, `journey-public-code-${size}-${lang}`);
    await field.fill(code.startsWith('A') ? code.replace('A', 'B') : `A${code.slice(1)}`);
    await page.keyboard.press('Enter');
    await page.locator('.mj-note[data-tone=bad]').waitFor();
    expect(await page.getByText(t.genuine).count()).toBe(0);
    await page.close();
  });
});
