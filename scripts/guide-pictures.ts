// Takes the pictures of the guide and of the README from a running product with the demonstration zone:
// `node --import tsx scripts/guide-pictures.ts http://127.0.0.1:3000`.
import { mkdirSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2);
/** Of the demonstration zone; everybody may know it. */
const PASSWORD = 'Yunmu-Demo-2026';
const LANGS = ['zh', 'en'] as const;

type Picture = {
  readonly name: string;
  readonly user: string;
  readonly path: string;
  readonly size?: readonly [number, number];
  readonly then?: (page: Page) => Promise<void>;
};

const openFirstRow = async (page: Page): Promise<void> => {
  await page.locator('.mj-tbody .mj-tr').nth(2).click();
};

const PICTURES: readonly Picture[] = [
  { name: 'work', user: 'officer', path: '/z/demo' },
  { name: 'evaluations', user: 'officer', path: '/z/demo/evaluations' },
  { name: 'studio', user: 'officer', path: '/z/demo/schemes/jining-hitech-2023/1' },
  { name: 'results', user: 'officer', path: '/z/demo/results?period=2024', then: openFirstRow },
  { name: 'appeal', user: 'officer', path: '/z/demo/appeals', then: openFirstRow },
  { name: 'collection', user: 'officer', path: '/z/demo/collection' },
  {
    name: 'enterprise',
    user: 'enterprise',
    path: '/z/demo',
    then: (page) => page.locator('.mj-work-list a').first().click(),
  },
  { name: 'cockpit', user: 'leader', path: '/z/demo/cockpit?period=2024' },
  { name: 'wall', user: 'leader', path: '/wall/demo?period=2024', size: [1920, 1080] },
  { name: 'members', user: 'sysadmin', path: '/z/demo/members' },
  {
    name: 'public',
    user: '',
    path: '/public/demo',
    then: (page) => page.locator('.mj-public-row .mj-link').first().click(),
  },
];

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
for (const lang of LANGS) {
  mkdirSync(`docs/guide/images/${lang}`, { recursive: true });
  for (const picture of PICTURES) await take(picture, lang);
}
await browser.close();

async function take({ name, user, path, size = [1440, 900], then }: Picture, lang: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] } });
  await context.addInitScript(
    (chosen) => localStorage.setItem('mujun.preferences', JSON.stringify({ lang: chosen })),
    lang,
  );
  if (user !== '') await signIn(context, user);
  const page = await context.newPage();
  await page.goto(address + path);
  await settled(page);
  await then?.(page);
  await settled(page);
  const file = `docs/guide/images/${lang}/${name}.png`;
  await page.screenshot({ path: file });
  // The README shows the page that says most.
  if (name === 'results') await page.screenshot({ path: `docs/images/results.${lang}.png` });
  await context.close();
  console.log(file);
}

async function signIn(context: BrowserContext, username: string): Promise<void> {
  await context.request.post(`${address}/api/auth/sign-in/username`, {
    data: { username, password: PASSWORD },
    headers: { origin: address },
  });
}

/** Nothing is loading, and what is drawn has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.mj-skeleton') === null);
  await page.waitForTimeout(1500);
}
