// Takes the pictures of the guide and of the README from a running product with the demonstration zone:
// `node --import tsx scripts/guide-pictures.ts http://127.0.0.1:3000 [name …]`; names choose some of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { type Lang, PICTURES, type Picture, settled } from './guide-picture-list.ts';
import { smallPng } from './small-png.ts';

/** Of the demonstration zone; everybody may know it. */
const DEMO_PASSWORD = 'Yunmu-Demo-2026';
const [address = 'http://127.0.0.1:3000', ...names] = process.argv.slice(2);
const chosen = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name));
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
for (const lang of ['zh', 'en'] as const) {
  mkdirSync(`docs/guide/images/${lang}`, { recursive: true });
  for (const picture of chosen) await take(browser, picture, lang);
}
await browser.close();

async function take(from: Browser, picture: Picture, lang: Lang): Promise<void> {
  const { name, user, path, size = [1440, 900], act, after } = picture;
  const context = await from.newContext({ viewport: { width: size[0], height: size[1] } });
  await context.addInitScript(
    (language) => localStorage.setItem('mujun.preferences', JSON.stringify({ lang: language })),
    lang,
  );
  if (user !== '') await signIn(context, user);
  const page = await context.newPage();
  await page.goto(address + path);
  await settled(page);
  if (act !== undefined) {
    await act(page, lang);
    await settled(page);
  }
  const png = smallPng(await page.screenshot());
  const file = `docs/guide/images/${lang}/${name}.png`;
  writeFileSync(file, png);
  // The README shows the page that says most.
  if (name === 'results') writeFileSync(`docs/images/results.${lang}.png`, png);
  await after?.(page, lang);
  await context.close();
  console.log(`${file} ${Math.ceil(png.length / 1024)} KB`);
}

/** One session for each person: signing in for every picture would push the older sessions out. */
async function signIn(context: BrowserContext, username: string): Promise<void> {
  const known = sessions.get(username);
  if (known !== undefined) return context.addCookies(known);
  const answer = await context.request.post(`${address}/api/auth/sign-in/username`, {
    data: { username, password: DEMO_PASSWORD },
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`);
  sessions.set(username, await context.cookies());
}
