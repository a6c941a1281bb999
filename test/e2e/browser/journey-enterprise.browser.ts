// An enterprise: its class, why, what would lift it; an objection that two people decide and whose answer it reads.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPEALS } from '#features/evaluation/web/appeals/appeal-words.ts';
import { ENTERPRISE } from '#features/evaluation/web/enterprise/enterprise-words.ts';
import { WHY } from '#features/evaluation/web/shared/why/why-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, visit } from './visit.ts';
import { button, giveReason, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** One red point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(WALKS)('%s, %s', (lang, size) => {
  const t = speak(APPEALS, lang);
  const how = { lang, size };

  test('sees its class, why, and what would lift it', async () => {
    const own = speak(ENTERPRISE, lang);
    const { page, end } = await visit(browser, 'enterprise', '/z/demo', how);
    await look(page, `journey-enterprise-work-${size}-${lang}`);
    await page.locator('.mj-work-list a[href*="/enterprises/"]').first().click();
    const head = page.locator('h1', { hasText: /\d{4}.*[A-D]/ });
    await head.waitFor();
    await settled(page);
    const answer = (await head.textContent()) ?? '';
    const [, year = '', letter = '', score = '', rank = '', of = ''] =
      /(\d{4}).*?([A-D])\D*([\d.,]*\d)\D+([\d,]*\d)\D+([\d,]*\d)/.exec(answer) ?? [];
    // In Chinese the number of enterprises comes before the place.
    const [place, all] = lang === 'zh' ? [of, rank] : [rank, of];
    expect(answer).toBe(own.answer(year, letter, score, place, all));
    await page.getByText(speak(WHY, lang).addsUp('').trim()).waitFor();
    await page.getByRole('heading', { name: own.lift }).waitFor();
    await look(page, `journey-enterprise-file-${size}-${lang}`);
    await end();
  });

  test('objects; two people decide; it reads the answer', async () => {
    const own = await visit(browser, 'enterprise', '/z/demo/appeals', how);
    await own.page.getByRole('textbox', { name: t.statement }).fill('年末补缴税款未计入，附完税证明');
    await own.page.getByRole('textbox', { name: new RegExp(`税收.*${t.claimed}`) }).fill('46.5');
    const chooser = own.page.locator('.mj-evidence input[type=file]');
    await chooser.setInputFiles({
      name: '完税证明.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await chooser.setInputFiles({ name: '现场照片.png', mimeType: 'image/png', buffer: PICTURE });
    await look(own.page, `journey-enterprise-appeal-${size}-${lang}`);
    await button(own.page, t.send).click();
    await own.page.waitForURL('**/appeals/**');
    await own.page.getByRole('button', { name: `${t.download} 完税证明.pdf` }).waitFor();
    await own.page.getByRole('button', { name: `${t.view} 现场照片.png` }).click();
    await own.page.getByRole('dialog').getByRole('img', { name: '现场照片.png' }).waitFor();
    await look(own.page, `journey-enterprise-evidence-${size}-${lang}`);
    await own.page.keyboard.press('Escape');
    const address = new URL(own.page.url()).pathname;
    await own.end();

    const officer = await visit(browser, 'officer', address, how);
    await officer.page.locator('.mj-sandbox-lead').waitFor();
    await look(officer.page, `journey-enterprise-sandbox-${size}-${lang}`);
    await button(officer.page, t.reject).click();
    await giveReason(officer.page, '补缴不属于评价年度', lang);
    await officer.page.getByText(t.otherPerson).waitFor();
    await officer.end();

    const second = await visit(browser, 'officer2', address, how);
    await button(second.page, t.sign).click();
    await giveReason(second.page, '同意', lang);
    await second.page.locator('h1', { hasText: t.rejected }).waitFor();
    await second.end();

    const reader = await visit(browser, 'enterprise', address, how);
    await reader.page.getByText('补缴不属于评价年度').first().waitFor();
    expect(await reader.page.locator('h1').textContent()).toContain(t.rejected);
    await look(reader.page, `journey-enterprise-answer-${size}-${lang}`);
    await reader.end();
  });
});
