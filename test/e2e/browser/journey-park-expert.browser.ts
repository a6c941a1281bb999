// A park manager sees the own park and no other; an expert reads results, reasons and methods, and changes nothing.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTERPRISES } from '#capabilities/registry/web/enterprises/enterprises-words.ts';
import { WHY } from '#features/evaluation/web/shared/why/why-words.ts';
import { LIST } from '#features/evaluation/web/studio/list/list-words.ts';
import { STUDIO } from '#features/evaluation/web/studio/studio-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, visit } from './visit.ts';
import { answerOf, button, firstRow, WALKS } from './walks.ts';

type Enterprise = { readonly enterprise_id: string; readonly park_id: string };

let browser: Browser;
let all: readonly Enterprise[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  const { page, end } = await visit(browser, 'officer', '/z/demo/notices');
  ({ items: all } = await answerOf<{ items: Enterprise[] }>(page, '/enterprises?limit=200'));
  await end();
});
afterAll(() => browser.close());

describe.each(WALKS)('%s, %s', (lang, size) => {
  test('a park manager goes from the own list to one enterprise, and never to that of another park', async () => {
    const { page } = await visit(browser, 'park', '/z/demo/enterprises', { lang, size });
    const own = await answerOf<{ park_ids: string[] }>(page, '/me');
    const { items } = await answerOf<{ items: Enterprise[] }>(page, '/enterprises?limit=200');
    expect(items.length).toBeGreaterThan(10);
    expect(items.filter(({ park_id }) => !own.park_ids.includes(park_id))).toEqual([]);
    const [before = '', after = ''] = speak(ENTERPRISES, lang).answer('…').split('…');
    const answer = page.locator('h1');
    await expect.poll(() => answer.textContent()).toMatch(new RegExp(`^${before}[\\d,]+${after}$`));
    await look(page, `journey-park-list-${size}-${lang}`);
    await firstRow(page).click();
    await page.waitForURL('**/enterprises/**');
    await settled(page);
    await look(page, `journey-park-enterprise-${size}-${lang}`);
    const foreign = all.find(({ park_id }) => !own.park_ids.includes(park_id));
    await page.goto(`/z/demo/enterprises/${foreign?.enterprise_id}`);
    const refusal = page.getByRole('alert').first();
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(
      lang === 'zh' ? /^没有这家企业/ : /^There is no such enterprise/,
    );
    await look(page, `journey-park-foreign-${size}-${lang}`);
    await page.close();
  });

  test('an expert reads a result and the scheme behind it, and can change neither', async () => {
    const { page, end } = await visit(browser, 'expert', '/z/demo/results?period=2024', { lang, size });
    await firstRow(page).click();
    await page.getByRole('dialog').getByText(speak(WHY, lang).addsUp('').trim()).waitFor();
    await look(page, `journey-expert-why-${size}-${lang}`);
    await page.goto('/z/demo/schemes/jining-hitech-2023/1');
    await settled(page);
    await page.getByText(speak(STUDIO, lang).readOnly, { exact: true }).waitFor();
    expect(await button(page, speak(STUDIO, lang).save).count()).toBe(0);
    await look(page, `journey-expert-scheme-${size}-${lang}`);
    await page.goto('/z/demo/schemes');
    await settled(page);
    expect(await button(page, speak(LIST, lang).fresh).count()).toBe(0);
    await end();
  });
});
