// Objections that are right: accepted and signed, everything computed anew, a change by hand with two people, the final list, the
// changed class on the public page, and the list corrected after that. Steps that happen once a year happen once; what people do is walked at both sizes, in both languages.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Appeal, Effect } from '#features/evaluation/contract/shapes.ts';
import { STEPS, type Transition } from '#features/evaluation/model/lifecycle.ts';
import { APPEALS } from '#features/evaluation/web/appeals/appeal-words.ts';
import { CORRECTIONS } from '#features/evaluation/web/corrections/correction-words.ts';
import { PUBLIC } from '#features/evaluation/web/public/public-words.ts';
import { ADJUST } from '#features/evaluation/web/results/adjustments/adjustment-words.ts';
import { EVALUATION } from '#features/evaluation/web/results/evaluations/evaluation-words.ts';
import { RESULTS } from '#features/evaluation/web/results/results-words.ts';
import { STATE_WORDS } from '#features/evaluation/web/shared/state-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, visit } from './visit.ts';
import { answerOf, button, firstRow, giveReason, walkOf, WALKS } from './walks.ts';

let browser: Browser;
let evaluation = '';
/** One for each walk, those first that lift their enterprises; with the class that the sandbox promises. */
let right: readonly { readonly appeal: Appeal; readonly promised: string }[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  const { page, end } = await visit(browser, 'officer', '/z/demo/notices');
  const { items } = await answerOf<{ items: { evaluation_id: string; state: string }[] }>(
    page,
    '/evaluations',
  );
  evaluation = items.find(({ state }) => state === 'appeals')?.evaluation_id ?? '';
  const { items: appeals } = await answerOf<{ items: Appeal[] }>(page, `/evaluations/${evaluation}/appeals`);
  const tried = [];
  for (const appeal of appeals.filter(({ state }) => state === 'submitted')) {
    const { own } = await answerOf<Effect>(page, `/appeals/${appeal.appeal_id}/effect`);
    tried.push({ appeal, promised: own.class_after, lifts: own.class_after < own.class_before });
  }
  right = tried.toSorted((a, b) => Number(b.lifts) - Number(a.lifts));
  await end();
});
afterAll(() => browser.close());

describe.each(WALKS)('accepted, %s, %s', (lang, size) => {
  const t = speak(APPEALS, lang);
  const how = { lang, size };

  test('one proposes, another one signs', async () => {
    const { appeal } = right[walkOf(lang, size)] ?? {};
    expect(appeal).toBeDefined();
    const address = `/z/demo/appeals/${appeal?.appeal_id}`;
    const officer = await visit(browser, 'officer', address, how);
    await officer.page.locator('.mj-sandbox .mj-chip').first().waitFor();
    // A second try goes on where the first one stopped.
    const accept = button(officer.page, t.accept);
    const proposed = officer.page.getByText(t.otherPerson);
    await accept.or(proposed).first().waitFor();
    if (await accept.isVisible()) {
      await accept.click();
      await giveReason(officer.page, '经核实，漏计属实', lang);
    }
    await proposed.waitFor();
    await officer.end();
    const second = await visit(browser, 'officer2', address, how);
    await button(second.page, t.sign).click();
    await giveReason(second.page, '同意', lang);
    await second.page.locator('h1', { hasText: t.accepted }).waitFor();
    await look(second.page, `journey-correction-accepted-${size}-${lang}`);
    await second.end();
  });
});

test('the others are answered, the figures corrected and frozen anew, and computed', async () => {
  const officer = await visit(browser, 'officer', '/z/demo/notices');
  const second = await visit(browser, 'officer2', '/z/demo/notices');
  const { items } = await answerOf<{ items: Appeal[] }>(officer.page, `/evaluations/${evaluation}/appeals`);
  const reason = '经核实，原数据无误';
  for (const appeal of items.filter(({ state }) => state === 'submitted' || state === 'proposed')) {
    const { appeal_id: id, version } = appeal;
    const decided =
      appeal.state === 'proposed'
        ? appeal
        : await send<Appeal>(officer.page, `/appeals/${id}/decide`, {
            decision: 'rejected',
            reason,
            version,
          });
    const signature = { signature: 'signed', reason, version: decided.version };
    expect(await send(second.page, `/appeals/${id}/sign`, signature)).toMatchObject({ state: 'rejected' });
  }
  await second.end();
  await officer.page.goto(`/z/demo/evaluations/${evaluation}`);
  await take(officer.page, 'refreeze');
  await take(officer.page, 'compute');
  await look(officer.page, 'journey-correction-computed-desk-zh');
  await officer.end();
});

describe.each(WALKS)('a change by hand, %s, %s', (lang, size) => {
  const t = speak(ADJUST, lang);
  const how = { lang, size };
  const search = (): string => `?period=2025&evaluation=${evaluation}`;

  test('is proposed by one and approved by another', async () => {
    const officer = await visit(browser, 'officer', `/z/demo/results${search()}&class=C`, how);
    const { page } = officer;
    // Each walk another enterprise: what is approved no longer stands in class C alone.
    const row = page.locator('.mj-tbody .mj-tr').nth(walkOf(lang, size) + 1);
    const name = (await row.locator('.mj-card-title, .mj-td').first().textContent()) ?? '';
    await row.click();
    await button(page.getByRole('dialog'), speak(RESULTS, lang).propose).click();
    await giveReason(page, '重点技改项目达产，集体研究同意', lang, t.send);
    await officer.end();

    const second = await visit(browser, 'officer2', `/z/demo/adjustments${search()}`, how);
    const line = second.page.locator('.mj-adjustments li', { hasText: name });
    await look(second.page, `journey-correction-by-hand-${size}-${lang}`);
    await button(line, t.approve).click();
    await giveReason(second.page, '同意调档', lang, t.approve);
    await expect.poll(() => line.textContent()).toContain(t.approved);
    await second.end();
  });
});

test('another person reviews, and the final list is published', async () => {
  const second = await visit(browser, 'officer2', `/z/demo/evaluations/${evaluation}`);
  await take(second.page, 'review');
  await second.end();
  const officer = await visit(browser, 'officer', `/z/demo/evaluations/${evaluation}`);
  await take(officer.page, 'finalise');
  expect(await officer.page.locator('h1').textContent()).toContain(STATE_WORDS.final[0]);
  await look(officer.page, 'journey-correction-final-desk-zh');
  await officer.end();
});

test.each(WALKS)('the better class stands on the public page, %s, %s', async (lang, size) => {
  const { appeal, promised } = right[walkOf(lang, size)] ?? {};
  const { page, end } = await visit(browser, undefined, '/public/demo', { lang, size });
  const list = await answerOf<{ items: { publication_id: string; evaluation_id: string; kind: string }[] }>(
    page,
    '/publications',
  );
  const final = list.items.find((one) => one.evaluation_id === evaluation && one.kind === 'final');
  const own = await visit(browser, 'officer', `/z/demo/enterprises/${appeal?.enterprise_id}?period=2025`, {
    lang,
    size,
  });
  const { credit_code: code } = await answerOf<{ credit_code: string }>(
    own.page,
    `/enterprises/${appeal?.enterprise_id}`,
  );
  await look(own.page, `journey-correction-file-${size}-${lang}`);
  await own.end();
  await page.goto(`/public/demo?list=${final?.publication_id}&search=${code}`);
  await settled(page);
  const row = page.locator('.mj-public-row', { hasText: code });
  expect(await row.locator('.mj-chip').textContent()).toBe(promised);
  await button(row, speak(PUBLIC, lang).verify).click();
  await page.getByText(speak(PUBLIC, lang).good).waitFor();
  await look(page, `journey-correction-public-${size}-${lang}`);
  await end();
});

describe('a figure found wrong after publication', () => {
  const reason = '税务局来函：漏计12月入库税款';
  let correction = '';

  test('is corrected by the officer, who proposes another list', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/publications');
    const t = speak(PUBLIC, 'zh');
    const path = `/periods/2025/enterprises/${right[0]?.appeal.enterprise_id}/figures`;
    const proposed = async (): Promise<string | undefined> => {
      const { items } = await answerOf<{ items: { correction_id: string; state: string }[] }>(
        page,
        '/corrections',
      );
      return items.find(({ state }) => state === 'proposed')?.correction_id;
    };
    // A second try goes on where the first one stopped.
    if ((await proposed()) === undefined) {
      const { version } = await answerOf<{ version: number }>(page, path);
      await send(page, `${path}/tax`, { value: 888_888, reason, version }, 'PUT');
      await button(page.locator('.mj-tr', { hasText: t.final }).first(), t.correct).click();
      await giveReason(page, reason, 'zh', t.propose);
      await page.getByText(t.proposed).waitFor();
      await look(page, 'journey-correction-proposed-desk-zh');
    }
    correction = (await proposed()) ?? '';
    expect(correction).not.toBe('');
    await end();
  });

  test.each(WALKS)('is seen by who signs it, %s, %s', async (lang, size) => {
    const t = speak(CORRECTIONS, lang);
    const { page, end } = await visit(browser, 'leader', '/z/demo/corrections', { lang, size });
    await firstRow(page).click();
    await page.getByRole('heading', { name: t.figures }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/z/demo/corrections/${correction}`);
    await page.locator('.mj-tr', { hasText: '888,888' }).first().waitFor();
    await look(page, `journey-correction-to-sign-${size}-${lang}`);
    await end();
  });

  test('is published when another person has signed, beside the list it corrects', async () => {
    const t = speak(CORRECTIONS, 'zh');
    const { page, end } = await visit(browser, 'leader', `/z/demo/corrections/${correction}`);
    await button(page, t.sign).click();
    await giveReason(page, '已核对来函', 'zh', t.sign);
    await page.getByText(t.published).waitFor();
    await page.goto('/public/demo');
    await settled(page);
    expect(await page.locator('.mj-public').textContent()).toContain(speak(PUBLIC, 'zh').correction);
    await look(page, 'journey-correction-corrected-desk-zh');
    await end();
  });
});

/** Takes a step of the evaluation's life on its page, and waits for what it begins. */
async function take(page: Page, transition: Transition): Promise<void> {
  const step = STEPS.find((one) => one.transition === transition);
  const t = speak(EVALUATION, 'zh');
  await settled(page);
  await button(page.locator('.mj-next-step', { hasText: step?.zh ?? '' }), t.take).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /确\s?定/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page
    .locator('.mj-life [aria-current=step]', { hasText: STATE_WORDS[step?.to ?? 'draft'][0] })
    .waitFor();
}

const send = <Answer>(
  page: Page,
  path: string,
  body: object,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Answer> =>
  page.evaluate(
    async ([at, json, how]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/zones/demo${at}`, { headers, body: json, ...how });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as unknown;
    },
    [path, JSON.stringify(body), { method }] as const,
  ) as Promise<Answer>;
