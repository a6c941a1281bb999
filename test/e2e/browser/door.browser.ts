// The door: signing in by hand, a wrong password, a demonstration account by one click, coming back to where one was.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#seed/demo-accounts.ts';
import { look, openBrowser, settled, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a demonstration account is one click away, and leads back to where one was', async () => {
  const { page, end } = await visit(browser, undefined, '/sign-in?back=%2Fz%2Fdemo%2Fnotices');
  await look(page, 'door-desk-zh');
  await page.getByRole('button', { name: '评价办', exact: false }).first().click();
  await page.waitForURL('**/z/demo/notices');
  await settled(page);
  expect(await page.getByRole('banner').textContent()).toContain('演示');
  await end();
});

test('a wrong password is told in words, and a right one enters', async () => {
  const { page } = await visit(browser, undefined, '/sign-in', { size: 'phone', lang: 'en' });
  await page.getByLabel('User name').fill('leader');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).not.toBe('');
  await look(page, 'door-refused-phone-en');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/z/demo**');
  await page.close();
});

test('an address inside leads to the door when nobody is signed in', async () => {
  const { page } = await visit(browser, undefined, '/z/demo/jobs');
  await page.waitForURL(/\/sign-in\?back=/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');
  await page.close();
});
