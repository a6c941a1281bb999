// Every page that a menu offers: to each role once, and once more on the narrow screen and once in English.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#core/roles.ts';
import type { Page } from '#web/client/page.ts';
import { PAGES } from '#web/slices.ts';
import { type Lang, look, openBrowser, type Size, visit } from './visit.ts';

const PEOPLE: readonly (readonly [Role, string])[] = [
  ['leader', 'leader'],
  ['evaluation_officer', 'officer'],
  ['data_officer', 'tax'],
  ['park_manager', 'park'],
  ['enterprise_user', 'enterprise'],
  ['expert', 'expert'],
  ['system_admin', 'sysadmin'],
  ['security_admin', 'secadmin'],
  ['audit_admin', 'auditor'],
];

const inMenu = PAGES.filter(({ menu }) => menu !== undefined);
const isFor = ({ roles }: Page, role: Role): boolean => roles === undefined || roles.includes(role);
const nameOf = (page: Page): string => (page.path === '/' ? 'work' : page.path.slice(1).replaceAll('/', '-'));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Pages that were looked at closely; what another role sees of them is opened, and differs in rights only. */
const looked = new Set<string>();

async function expectGood(page: Page, username: string, lang: Lang, size: Size): Promise<void> {
  const visited = await visit(browser, username, `/z/demo${page.path}`, { lang, size });
  // Every page has a first line that says something, as soon as it has something to say.
  const answer = visited.page.locator('h1').first();
  await expect.poll(async () => (await answer.textContent())?.trim()).not.toBe('');
  expect(await visited.page.locator('[role=alert]').count()).toBe(0);
  const shown = `${page.path} ${size} ${lang}`;
  if (!looked.has(shown)) await look(visited.page, `${username}-${nameOf(page)}-${size}-${lang}`);
  looked.add(shown);
  await visited.end();
}

describe.each(PEOPLE)('%s', (role, username) => {
  const own = inMenu.filter((page) => isFor(page, role));
  test.each(own.map((page) => [page.title[0], page] as const))('%s', (_, page) =>
    expectGood(page, username, 'zh', 'desk'),
  );
});

describe.each([
  ['zh', 'phone'],
  ['en', 'desk'],
] as const)('%s, %s', (lang, size) => {
  test.each(inMenu.map((page) => [page.title[1], page] as const))('%s', (_, page) => {
    const [, username = ''] = PEOPLE.find(([role]) => isFor(page, role)) ?? [];
    return expectGood(page, username, lang, size);
  });
});
