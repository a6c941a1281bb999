// The studio's form: nothing of a formula is cut off, and every kind of scoring, group and condition is read and changed in it,
// on a wide screen and on a phone.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EFFECT } from '#features/evaluation/web/studio/effect/effect-words.ts';
import { FORM } from '#features/evaluation/web/studio/form/form-words.ts';
import { STUDIO } from '#features/evaluation/web/studio/studio-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, type Size, visit } from './visit.ts';
import { button } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const TEXT = `scheme: every-way
version: 1
title: { zh: 各种写法, en: Every way }
parameters:
  share_a: { zh: A 类比例, value: 20% }
  share_b: { zh: B 类比例, value: 50% }
inputs:
  tax: { zh: 实缴税收, en: Tax paid, unit: 万元 }
  land: { zh: 用地, en: Land, unit: 亩, min: 0, exclusive: true }
  rd: { zh: 研发费用, en: R&D, unit: 万元, optional: true }
  grave: { zh: 严重失信, en: Grave breach, type: flag, optional: true }
  key_one: { zh: 重点企业, en: Key enterprise, type: flag, optional: true }
indicators:
  tax_per_mu: { zh: 单位用地实缴税收, en: Tax per mu, value: 'if(land > 0, tax / land, mean(if(land > 0, tax / land, 0)))', unit: 万元/亩, score: { steps: [{ at_least: 20, points: 60 }, { otherwise: 10 }] } }
  rd_per_mu: { zh: 亩均研发费用, en: R&D per mu, value: rd / land, unit: 万元/亩, score: { goalposts: [0, 10] }, missing: zero }
tree:
  children:
    output: { zh: 产出, en: Output, weight: 60, children: { tax_per_mu: 60 } }
    innovation: { zh: 创新, en: Innovation, weight: 40, children: { rd_per_mu: 40 } }
classes:
  quotas: { A: share_a, B: share_b, C: 1 - share_a - share_b }
  rules:
    - { when: not key_one and (grave or tax == 0), at_most: C, zh: 失信或无税收 }
`;

const t = speak(STUDIO, 'zh');
const form = speak(FORM, 'zh');

/** Saves the scheme under a name of its own and opens it. */
async function openScheme(page: Page, id: string): Promise<void> {
  const status = await page.evaluate(
    async ([name, text]) =>
      (
        await fetch('/api/zones/demo/schemes', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ scheme_id: name, text }),
        })
      ).status,
    [id, TEXT] as const,
  );
  expect(status).toBe(201);
  await page.goto(`/z/demo/schemes/${id}/1`);
  await settled(page);
}

/** Fields of which a part is out of sight. */
const cutFields = (page: Page): Promise<string[]> =>
  page
    .locator('.mj-form')
    .evaluate((within) =>
      [...within.querySelectorAll('textarea')]
        .filter(
          (field) => field.scrollWidth > field.clientWidth || field.scrollHeight > field.clientHeight + 1,
        )
        .map((field) => field.value),
    );

async function showText(page: Page, size: Size): Promise<void> {
  if (size === 'phone') await page.locator('.ant-segmented-item', { hasText: t.text }).click();
  else await button(page, t.text).click();
}

const change = async (field: Locator, value: string): Promise<void> => {
  await field.fill(value);
  await field.press('Enter');
};

describe.each(['desk', 'phone'] as const)('%s', (size) => {
  test('steps, goalposts, groups and conditions, nothing cut off', async () => {
    const { page, end } = await visit(browser, 'officer', '/z/demo/schemes', { size });
    await openScheme(page, `every-way-${size}`);
    const within = page.locator('.mj-form');
    await button(within, '单位用地实缴税收').click();
    await button(within, '亩均研发费用').click();
    await expect.poll(() => cutFields(page)).toEqual([]);
    // What a share worked out of others comes to stands beside it.
    await within.getByText('= 30.0%').waitFor();

    const steps = within.getByRole('group', { name: form.steps });
    await change(steps.getByRole('textbox', { name: form.stepBound }), '25');
    await change(steps.getByRole('textbox', { name: form.stepPoints }).last(), '5');
    await change(within.getByRole('textbox', { name: form.highPost }), '12');
    await change(within.getByRole('textbox', { name: `创新 ${form.weight}` }), '30');
    // On a phone a condition of several parts opens part by part; on a wide screen one asks for it.
    if (size === 'desk') await button(within, form.asParts).click();
    await change(within.getByRole('combobox', { name: form.part('2.2') }), 'tax < 5');
    await look(page, `studio-form-${size}-zh`);

    await showText(page, size);
    const said = async (): Promise<string> => (await page.locator('.cm-content').textContent()) ?? '';
    await expect.poll(said).toContain('not key_one and (grave or tax < 5)');
    const text = await said();
    expect(text).toContain('{ at_least: 25, points: 60 }, { otherwise: 5 }');
    expect(text).toContain('goalposts: [0, 12]');
    expect(text).toContain('weight: 30');
    await end();
  });
});

test('two areas share the width anew by keys, and the share is remembered', async () => {
  const { page, end } = await visit(browser, 'officer', '/z/demo/schemes/jining-hitech-2023/1');
  const line = page.getByRole('separator', { name: t.moveLine(t.form, t.effect) });
  const width = (): Promise<number> =>
    page.getByRole('region', { name: t.form }).evaluate((area) => area.getBoundingClientRect().width);
  const before = await width();
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const after = await width();
  expect(after).toBeGreaterThan(before + 60);
  await page.reload();
  await settled(page);
  expect(await width()).toBeCloseTo(after, 0);
  await line.dblclick();
  await end();
});

test('on a phone the areas stay in reach, and what moving a number does in sight', async () => {
  const { page, end } = await visit(browser, 'officer', '/z/demo/schemes/jining-hitech-2023/1?areas=effect', {
    size: 'phone',
  });
  const effect = speak(EFFECT, 'zh');
  const answer = page.locator('.mj-outcome-answer');
  await answer.waitFor();
  const slider = page.getByRole('slider').last();
  await slider.scrollIntoViewIfNeeded();
  const name = (await slider.getAttribute('aria-label')) ?? '';
  const more = button(page, effect.more(name));
  for (const one of [slider, more]) expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  const before = Number(await slider.inputValue());
  await more.click();
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(before);
  for (const one of [answer, button(page, t.versionsShort)]) expect(await isInView(one)).toBe(true);
  await look(page, 'studio-effect-phone-zh');
  await end();
});

const isInView = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => {
    const { top, bottom, left, width } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
    return at !== null && (element.contains(at) || at.contains(element));
  });
