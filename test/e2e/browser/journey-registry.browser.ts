// The evaluation office keeps its registers: an enterprise with a mistyped code, an item, a change that came too late, cases told apart, a merge.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCreditCode } from '#core/credit-code.ts';
import { DUPLICATES } from '#capabilities/registry/web/duplicates/duplicates-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, visit } from './visit.ts';
import { button, firstRow, giveReason, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const save = (page: Page) => page.getByRole('button', { name: /^保\s?存$/ });

test('an official adds an enterprise, sees which character of the code is wrong, and finds it in the list', async () => {
  const code = makeCreditCode('370871', 20_260);
  const wrong = `${code.slice(0, 4)}O${code.slice(5)}`;
  const { page, end } = await visit(browser, 'officer', '/z/demo/enterprises');
  await page.getByRole('button', { name: '新增企业' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('统一社会信用代码').fill(wrong);
  await form.getByText('第 5 位“O”应为数字，是否为“0”？').waitFor();
  await form.getByLabel('企业名称').fill('演示登记新企业有限公司');
  await look(page, 'journey-registry-code');
  await save(page).click();
  // Nothing is saved while the code is wrong: the form stays.
  expect(await form.getByText('第 5 位“O”应为数字', { exact: false }).isVisible()).toBe(true);
  await form.getByLabel('统一社会信用代码').fill(code);
  await form.getByText('校验通过').waitFor();
  await form.getByLabel('行业（GB/T 4754）').fill('通用设备');
  await page.locator('.ant-select-item-option', { hasText: '34 ' }).click();
  await save(page).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('textbox', { name: '名称或信用代码', exact: true }).fill(code);
  const row = page.locator('.mj-tbody .mj-tr', { hasText: '演示登记新企业有限公司' });
  await row.waitFor();
  expect(await row.textContent()).toContain('34 ');
  await end();
});

test('an official adds an item, and a department reads it', async () => {
  const { page, end } = await visit(browser, 'officer', '/z/demo/items');
  await page.getByRole('button', { name: '新增数据项' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('名称', { exact: true }).fill('工业用水量');
  await form.getByLabel('代码', { exact: true }).fill('water_use');
  await form.getByLabel('单位', { exact: true }).fill('桶');
  await form.getByText('没有这个计量单位').waitFor();
  await form.getByLabel('单位', { exact: true }).fill('吨');
  await form.getByLabel('口径').fill('全年取水量，不含重复利用');
  await form.getByLabel('最小值').fill('0');
  await save(page).click();
  await form.waitFor({ state: 'hidden' });
  await page.locator('.mj-tbody .mj-tr', { hasText: '工业用水量' }).getByText('≥ 0').waitFor();
  await end();

  const office = await visit(browser, 'tax', '/z/demo/items?search=water_use');
  expect(await office.page.getByRole('button', { name: '新增数据项' }).count()).toBe(0);
  await office.page.locator('.mj-tbody .mj-tr', { hasText: '工业用水量' }).click();
  await office.page.getByRole('dialog').getByText('全年取水量，不含重复利用').waitFor();
  await look(office.page, 'journey-registry-item');
  await office.end();
});

test('whoever saves second is told, loads what the first saved, and can go on', async () => {
  const open = async (username: string) => {
    const visited = await visit(browser, username, '/z/demo/places');
    await visited.page.getByRole('grid', { name: '园区' }).getByText('P10').click();
    const name = visited.page.getByRole('dialog').getByLabel('名称', { exact: true });
    await name.waitFor();
    return { ...visited, name };
  };
  const [first, second] = [await open('officer'), await open('officer2')];
  const before = await first.name.inputValue();
  await first.name.fill(`${before}甲`);
  await save(first.page).click();
  await first.name.waitFor({ state: 'hidden' });
  await first.end();
  await second.name.fill(`${before}乙`);
  await save(second.page).click();
  await second.page.getByText('他人已作修改，您的操作未保存', { exact: false }).waitFor();
  expect(await second.name.inputValue()).toBe(`${before}乙`);
  await second.page.getByRole('button', { name: '载入最新内容' }).click();
  await second.page.getByText('已载入他人修改后的内容', { exact: false }).waitFor();
  expect(await second.name.inputValue()).toBe(`${before}甲`);
  await second.name.fill(before);
  await save(second.page).click();
  await second.name.waitFor({ state: 'hidden' });
  await second.page.close();
});

test.each(WALKS)(
  'two that are not the same are told apart, and asked about again, %s, %s',
  async (lang, size) => {
    const t = speak(DUPLICATES, lang);
    const { page, end } = await visit(browser, 'officer', '/z/demo/duplicates', { lang, size });
    const cases = page.locator('.mj-tbody .mj-tr');
    const before = await cases.count();
    await firstRow(page).click();
    await button(page, t.notTheSame).click();
    await giveReason(page, t.sharedAccount, lang);
    await expect.poll(() => cases.count()).toBe(before - 1);
    await page.getByText(t.told_apart('1')).click();
    await firstRow(page).click();
    await page.getByText(t.sharedAccount).waitFor();
    await look(page, `journey-registry-apart-${size}-${lang}`);
    await button(page, t.suspectAgain).click();
    await giveReason(page, t.sameName, lang);
    await page.getByText(t.open_cases(String(before))).click();
    await expect.poll(() => cases.count()).toBe(before);
    await end();
  },
);

test('two records are compared, merged with a reason, and taken apart again', async () => {
  const { page, end } = await visit(browser, 'officer', '/z/demo/duplicates');
  const cases = await page.locator('.mj-tbody .mj-tr').count();
  await page.locator('.mj-tbody .mj-tr').first().click();
  await page.getByText(/项不同，已标出/).waitFor();
  await look(page, 'journey-registry-compare');
  const kept = await page.getByRole('link', { name: '查看企业' }).first().getAttribute('href');
  await page.getByRole('button', { name: '并入保留的企业' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('同一企业重复登记');
  await page.getByRole('button', { name: /^确\s?定$/ }).click();
  await page.getByText(/^已把“/).waitFor();
  await expect.poll(() => page.locator('.mj-tbody .mj-tr').count()).toBe(cases - 1);
  await page.goto(kept ?? '');
  await settled(page);
  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('核对后不是同一家');
  await page.getByRole('button', { name: /^确\s?定$/ }).click();
  await page.getByText('已撤销 核对后不是同一家').waitFor();
  await end();
});
