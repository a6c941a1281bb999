// A browser, a person signed in, and what every page has to keep: no errors, nothing sideways, nothing that axe finds serious.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '#seed/demo-accounts.ts';

export type Lang = 'zh' | 'en';
export type Size = 'desk' | 'phone';
/** `end` fails when the page had errors. */
export type Visit = { readonly page: Page; readonly end: () => Promise<void> };
type How = {
  readonly lang?: Lang;
  readonly size?: Size;
  readonly theme?: 'dark';
  readonly type?: 'large';
};

const PICTURES = 'coverage/pictures';
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-unsafe-swiftshader',
    ],
  });
}

/** Where the product answers that `product.ts` has started. */
const productAddress = (): string => process.env['MUJUN_BROWSER_ADDRESS'] ?? '';

type Session = { readonly cookies: Awaited<ReturnType<BrowserContext['cookies']>> };
const sessions = new Map<string, Session>();

/** One session per person for all visits: signing in again would push the older sessions out. */
async function sessionOf(browser: Browser, username: string): Promise<Session> {
  const known = sessions.get(username);
  if (known !== undefined) return known;
  const context = await browser.newContext();
  const base = productAddress();
  const answer = await context.request.post(`${base}/api/auth/sign-in/username`, {
    data: { username, password: DEMO_PASSWORD },
    headers: { origin: base },
  });
  expect(answer.status()).toBe(200);
  const session = { cookies: await context.cookies() };
  await context.close();
  sessions.set(username, session);
  return session;
}

const contexts = new Map<string, BrowserContext>();

/** People keep their browser: what one visit has loaded the next one need not. Who has not signed in comes with an empty one. */
async function contextOf(browser: Browser, username: string | undefined, how: How): Promise<BrowserContext> {
  const { lang = 'zh', size = 'desk', theme, type } = how;
  const key = JSON.stringify([username, lang, size, theme, type]);
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const context = await browser.newContext({ viewport: SIZES[size], baseURL: productAddress() });
  if (username !== undefined) await context.addCookies((await sessionOf(browser, username)).cookies);
  await context.addInitScript((chosen) => localStorage.setItem('mujun.preferences', JSON.stringify(chosen)), {
    lang,
    ...(theme === undefined ? {} : { theme }),
    ...(type === undefined ? {} : { size: type }),
  });
  if (username !== undefined) contexts.set(key, context);
  return context;
}

/** `username` undefined: somebody who has not signed in. */
export async function visit(
  browser: Browser,
  username: string | undefined,
  to: string,
  how: How = {},
): Promise<Visit> {
  const context = await contextOf(browser, username, how);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(to);
  await settled(page);
  return {
    page,
    end: async () => {
      await (username === undefined ? context : page).close();
      expect(errors).toEqual([]);
    },
  };
}

/** Nothing is being loaded and no skeleton stands where something should be. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.mj-skeleton') === null, undefined, {
    timeout: 20_000,
  });
}

/** Keeps a picture, and holds the page to what every page has to keep. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  // What slides in has arrived; what turns for as long as somebody waits never does.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  );
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  expect(await seriousFaults(page)).toEqual([]);
}

type Found = {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: { readonly html: string }[];
};

async function seriousFaults(page: Page): Promise<string[]> {
  // The page's own policy lets no script in; the browser's debugger may.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const inPage = globalThis as unknown as { axe: { run: () => Promise<{ violations: Found[] }> } };
    return (await inPage.axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
