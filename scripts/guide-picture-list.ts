// The pictures of the guide: who looks at which page, and what is clicked before the picture is taken.
// What an act changes is taken back, so that the next language finds the zone as it was.
import type { Page } from 'playwright-core';

export type Lang = 'zh' | 'en';
type Act = (page: Page, lang: Lang) => Promise<void>;

export type Picture = {
  readonly name: string;
  /** Empty: somebody who has not signed in. */
  readonly user: string;
  readonly path: string;
  readonly size?: readonly [number, number];
  readonly act?: Act;
  readonly after?: Act;
};

const PHONE = [390, 844] as const;

/** Nothing is loading, and what is drawn has been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.mj-skeleton').first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(1500);
}

const openRow =
  (nth: number): Act =>
  async (page) =>
    page.locator('.mj-tbody .mj-tr').nth(nth).click();

const press =
  (zh: string, en: string): Act =>
  async (page, lang) =>
    page
      .getByRole('button', { name: lang === 'zh' ? zh : en })
      .first()
      .click();

/** What would lift it takes the engine a moment. */
const openOwnFile: Act = async (page) => {
  await page.locator('.mj-work-list a').first().click();
  await page
    .getByText(/的情况下等级不变|The class stays in/)
    .first()
    .waitFor();
};

const scrollTo =
  (zh: string, en: string): Act =>
  async (page, lang) => {
    const heading = page.getByRole('heading', { name: lang === 'zh' ? zh : en }).first();
    const place = await heading.boundingBox();
    await page.mouse.move(720, 600);
    await page.mouse.wheel(0, (place?.y ?? 0) - 110);
  };

const inTurn =
  (...acts: readonly Act[]): Act =>
  async (page, lang) => {
    for (const act of acts) {
      await act(page, lang);
      await settled(page);
    }
  };

/** Two cells of a file that cannot be numbers, as a department may send it. */
const uploadFaulty: Act = async (page) => {
  const codes = await page.evaluate(async () => {
    const answer = await fetch('/api/zones/demo/enterprises?limit=6');
    return ((await answer.json()) as { items: { credit_code: string }[] }).items.map(
      (one) => one.credit_code,
    );
  });
  const cells = ['321.5', '约二百', '58.3', '12.5万元', '746.28', '19.9'];
  const rows = codes.map((code, i) => `${code},${cells[i] ?? ''}`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '税收补报（演示）.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['统一社会信用代码,税收（万元）', ...rows].join('\n')),
    });
  await page.waitForURL('**/imports/**');
  await page.locator('.mj-cell-button').first().waitFor();
  // Without the progress of reading.
  await page.goto(page.url().split('?')[0] ?? '');
  await settled(page);
  await page.locator('.mj-cell-button').first().click();
};

const claim: Act = async (page, lang) => {
  const [statement, value] = lang === 'zh' ? ['申诉理由', /税收.*应为/] : ['Statement', /Should be/];
  await page.getByLabel(statement).fill('年末补缴税款未计入，附完税证明');
  await page.getByLabel(value).first().fill('46.5');
};

const typeQuery =
  (text: string): Act =>
  async (page) => {
    await page.keyboard.press('Control+k');
    await settled(page);
    await page.keyboard.type(text);
  };

export const PICTURES: readonly Picture[] = [
  { name: 'work', user: 'officer', path: '/z/demo' },
  { name: 'search', user: 'officer', path: '/z/demo', size: [1440, 420], act: typeQuery('ysyc') },
  {
    name: 'list',
    user: 'officer',
    path: '/z/demo/results?period=2024&class=A',
    size: [1440, 640],
    act: press('导出', 'Export'),
  },
  { name: 'phone', user: 'officer', path: '/z/demo/cockpit?period=2024', size: PHONE },
  {
    name: 'evaluation',
    user: 'officer',
    path: '/z/demo/evaluations',
    act: async (page) => page.locator('.mj-evaluation-name a').nth(1).click(),
  },
  { name: 'findings', user: 'officer', path: '/z/demo/findings', size: [1440, 720] },
  { name: 'studio', user: 'officer', path: '/z/demo/schemes/jining-hitech-2023/1', act: moveWeight },
  { name: 'results', user: 'officer', path: '/z/demo/results?period=2024', act: openRow(2) },
  { name: 'robustness', user: 'officer', path: '/z/demo/results/robustness?period=2024' },
  { name: 'appeal', user: 'officer', path: '/z/demo/appeals', act: openRow(0) },
  { name: 'collection', user: 'tax', path: '/z/demo/collection', size: [1440, 420] },
  {
    name: 'import',
    user: 'tax',
    path: '/z/demo/imports',
    size: [1440, 800],
    act: uploadFaulty,
    after: async (page, lang) => {
      await page.keyboard.press('Escape');
      await press('退回', 'Refuse')(page, lang);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('示例，不入库');
      await dialog.getByRole('button', { name: lang === 'zh' ? /退\s?回/ : 'Refuse' }).click();
      await settled(page);
    },
  },
  { name: 'figures', user: 'tax', path: '/z/demo/figures', act: openRow(4) },
  { name: 'enterprise', user: 'enterprise', path: '/z/demo', act: openOwnFile },
  {
    name: 'lift',
    user: 'enterprise',
    path: '/z/demo',
    act: inTurn(openOwnFile, scrollTo('怎样能升档', 'What would lift it')),
  },
  { name: 'confirm', user: 'enterprise', path: '/z/demo/confirmations', size: [1440, 720] },
  { name: 'own-appeal', user: 'enterprise', path: '/z/demo/appeals', act: claim },
  { name: 'park', user: 'park', path: '/z/demo/results?period=2024', size: [1440, 640] },
  { name: 'land', user: 'park', path: '/z/demo/land?period=2024' },
  { name: 'cockpit', user: 'leader', path: '/z/demo/cockpit?period=2024' },
  { name: 'wall', user: 'leader', path: '/wall/demo?period=2024', size: [1600, 900] },
  { name: 'new-enterprise', user: 'officer', path: '/z/demo/enterprises', act: typeFaultyCode },
  { name: 'duplicates', user: 'officer', path: '/z/demo/duplicates', act: openRow(0) },
  { name: 'members', user: 'sysadmin', path: '/z/demo/members', size: [1440, 720] },
  {
    name: 'token',
    user: 'secadmin',
    path: '/z/demo/tokens',
    size: [1440, 720],
    act: press('签发令牌', 'Issue'),
  },
  {
    name: 'audit',
    user: 'auditor',
    path: '/z/demo/audit',
    size: [1440, 640],
    act: press('核验审计链', 'Verify the chain'),
  },
  {
    name: 'public',
    user: '',
    path: '/public/demo',
    act: async (page) => page.locator('.mj-public-row .mj-link').first().click(),
  },
  {
    name: 'method',
    user: '',
    path: '/public/demo',
    size: [1440, 720],
    act: async (page) => page.locator('summary').first().click(),
  },
  { name: 'verify', user: '', path: '/public/demo/verify', size: [1440, 560] },
  {
    name: 'public-phone',
    user: '',
    path: '/public/demo',
    size: PHONE,
    act: async (page) => page.locator('.mj-public-row .mj-link').first().click(),
  },
];

/** The letter O where only the digit 0 can stand. */
async function typeFaultyCode(page: Page, lang: Lang): Promise<void> {
  await press('新增企业', 'Add an enterprise')(page, lang);
  const code = lang === 'zh' ? '统一社会信用代码' : 'Unified social credit code';
  await page.getByRole('dialog').getByLabel(code).fill('91370800MA3C1O2X4K');
  await page.keyboard.press('Tab');
}

/** The first weight goes up by ten, as somebody does who asks what that would change. */
async function moveWeight(page: Page): Promise<void> {
  await page.locator('input[type=range]').first().focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
}
