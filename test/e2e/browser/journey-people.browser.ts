// Departments, enterprises, parks, administrators and the public: each from the first click to the end of what they came for.
import { readFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, openBrowser, settled, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A workbook with one faulty cell among good rows. */
function workbook(rows: readonly (readonly (string | number)[])[]): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['统一社会信用代码', '税收（万元）'], ...rows.map((row) => [...row])]),
  );
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const drop = async (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.locator('input[type=file]').first().setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });

async function creditCodes(page: Page, n: number): Promise<string[]> {
  return page.evaluate(async (limit) => {
    const response = await fetch(`/api/zones/demo/enterprises?limit=${limit}`);
    const { items } = (await response.json()) as { items: { credit_code: string }[] };
    return items.map(({ credit_code }) => credit_code);
  }, n);
}

test('a department uploads figures, sees the bad cell, and takes the good rows back', async () => {
  const { page, end } = await visit(browser, 'tax', '/z/demo/imports');
  const [first = '', second = ''] = await creditCodes(page, 2);
  await drop(
    page,
    '税收补报.xlsx',
    workbook([
      [first, 321.5],
      [second, '约二百'],
    ]),
  );
  await page.waitForURL('**/imports/**');
  await page.getByRole('heading', { name: '2 行，1 行有错' }).waitFor();
  await page.locator('mark', { hasText: '约二百' }).waitFor();
  await page.getByText('不是数字', { exact: false }).first().waitFor();
  await look(page, 'journey-upload');
  const [marked] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载标注后的原表' }).click(),
  ]);
  expect(marked.suggestedFilename()).toMatch(/xlsx$/);
  await page.getByRole('button', { name: '只入库无误的行' }).click();
  await page.getByText('已入库').first().waitFor();
  await page.getByRole('button', { name: '撤销整批' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('测试撤销');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?定/ })
    .click();
  await page.getByText('已撤销').first().waitFor();
  await end();
});

describe('an enterprise', () => {
  test('sees its class, why, and what would lift it', async () => {
    const { page, end } = await visit(browser, 'enterprise', '/z/demo');
    await page.locator('.mj-work-list a').first().click();
    await page.waitForURL('**/enterprises/**');
    await settled(page);
    const answer = page.getByRole('heading', { level: 1, name: /类，得分/ });
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/第 [\d,]+ 位/);
    await page.getByText('各项相加等于综合得分').waitFor();
    await page.getByRole('heading', { name: '怎样能升档' }).waitFor();
    await look(page, 'journey-enterprise');
    await end();
  });

  test('appeals; two people decide; it reads the answer', async () => {
    const own = await visit(browser, 'enterprise', '/z/demo/appeals');
    await own.page.getByLabel('申诉理由').fill('年末补缴税款未计入，附完税证明');
    await own.page.getByLabel(/税收.*应为/).fill('46.5');
    await own.page.getByRole('button', { name: '提交申诉' }).click();
    await own.page.waitForURL('**/appeals/**');
    await own.page.locator('input[type=file]').setInputFiles({
      name: '完税证明.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await own.page.getByText('完税证明.pdf').waitFor();
    const address = new URL(own.page.url()).pathname;
    await own.end();

    const officer = await visit(browser, 'officer', address);
    await officer.page.getByText(/采纳后：该企业/).waitFor();
    await look(officer.page, 'journey-sandbox');
    await officer.page.getByRole('button', { name: '不采纳' }).click();
    await reason(officer.page, '补缴不属于评价年度');
    await officer.page.getByText('需由另一位评价办人员或领导复签').waitFor();
    await officer.end();

    const second = await visit(browser, 'officer2', address);
    await second.page.getByRole('button', { name: '复签同意' }).click();
    await reason(second.page, '同意');
    await second.page.getByText('未采纳').first().waitFor();
    await second.end();

    const reader = await visit(browser, 'enterprise', address);
    await reader.page.getByText('补缴不属于评价年度').first().waitFor();
    expect(await reader.page.locator('h1').textContent()).toContain('未采纳');
    await reader.end();
  });
});

async function reason(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: /确\s?定/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a park manager sees enterprises of the own park only', async () => {
  const officer = await visit(browser, 'officer', '/z/demo/notices');
  const ids = await officer.page.evaluate(async () => {
    const response = await fetch('/api/zones/demo/enterprises?limit=200');
    const { items } = (await response.json()) as { items: { enterprise_id: string; park_id: string }[] };
    return items;
  });
  await officer.end();
  const { page } = await visit(browser, 'park', '/z/demo/notices');
  const own = await page.evaluate(async () => {
    const response = await fetch('/api/zones/demo/me');
    return ((await response.json()) as { park_ids: string[] }).park_ids;
  });
  const foreign = ids.find(({ park_id }) => !own.includes(park_id));
  expect(foreign).toBeDefined();
  await page.goto(`/z/demo/enterprises/${foreign?.enterprise_id}`);
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('alert').first().textContent()).toMatch(/没有/);
  await page.close();
});

test('three administrators: created, granted, seen in the log', async () => {
  const system = await visit(browser, 'sysadmin', '/z/demo/members');
  await system.page.getByRole('button', { name: '创建账号' }).click();
  const form = system.page.getByRole('dialog');
  await form.getByLabel('姓名').fill('演示新同事');
  await form.getByLabel('用户名').fill('newcomer');
  await form.getByLabel('角色').click();
  await system.page.locator('.ant-select-item-option', { hasText: '专家' }).click();
  await form.getByRole('button', { name: '创建账号' }).click();
  await system.page.locator('.ant-modal-confirm-title', { hasText: '演示新同事 的一次性密码' }).waitFor();
  await system.end();

  const security = await visit(browser, 'secadmin', '/z/demo/members?search=newcomer');
  await security.page
    .getByRole('button', { name: /办\s?理/ })
    .first()
    .click();
  await security.page.getByRole('menuitem', { name: '授权' }).click();
  await security.page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?定/ })
    .click();
  await security.page.locator('.mj-tbody .mj-tr', { hasText: 'newcomer' }).getByText('有效').waitFor();
  await security.end();

  const audit = await visit(browser, 'auditor', '/z/demo/audit');
  await audit.page.getByRole('button', { name: '核验审计链' }).click();
  await audit.page.getByText(/审计链完整/).waitFor();
  // The newest entry but for those who came to look: the grant, by whom it was given.
  const grant = audit.page.locator('.mj-tbody .mj-tr', { hasText: 'approve_member' }).first();
  expect(await grant.textContent()).toContain('演示安全管理员');
  await look(audit.page, 'journey-audit');
  await audit.end();
});

describe('anybody', () => {
  test('reads how long the notice runs and how it was evaluated, and takes the whole list along', async () => {
    const { page, end } = await visit(browser, undefined, '/public/demo');
    await page.getByText(/^公示至 .*还剩 \d+ 天（今天计入）$/).waitFor();
    await page.getByText('评价办法', { exact: true }).click();
    await page.getByText(/^按总分从高到低排名，前 20% 为 A 类/).waitFor();
    const [list] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV 表格' }).click(),
    ]);
    const lines = (await readFile(await list.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFF序号,企业,统一社会信用代码,等级,得分,名次');
    expect(await page.getByText(`共 ${(lines.length - 1).toLocaleString('en')} 家企业`).count()).toBe(1);
    await look(page, 'journey-method');
    await end();
  });

  test('verifies a row without the network', async () => {
    const { page, end } = await visit(browser, undefined, '/public/demo', { size: 'phone' });
    await page.locator('.mj-public-row .mj-link').first().click();
    await page.getByText('核验通过：这一行在名单上').waitFor();
    await look(page, 'journey-public');
    const [receipt] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存凭据' }).click(),
    ]);
    const path = await receipt.path();
    const root = (await page.locator('.mj-list-root code').textContent())?.trim() ?? '';
    await page.getByRole('link', { name: '核验凭据或文件' }).click();
    await page.getByLabel(/公布的默克尔根/).waitFor();
    await page.context().setOffline(true);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByLabel(/公布的默克尔根/).fill(root);
    await page.getByText('核验通过：这一行在名单上').waitFor();
    await page.getByLabel(/公布的默克尔根/).fill('0'.repeat(64));
    await page.getByText('核验不通过：凭据不属于这份名单').waitFor();
    expect(await page.locator('[role=alert]').textContent()).not.toContain('核验通过');
    await page.context().setOffline(false);
    await end();
  });
});
