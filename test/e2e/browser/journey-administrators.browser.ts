// Three administrators and a newcomer: created by one, granted by another, the one-time password changed at the first sign-in, and all
// of it in the log that the third one reads.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIT } from '#capabilities/audit/web/audit-words.ts';
import { ACCOUNT } from '#capabilities/identity/web/account/account-words.ts';
import { MEMBERS } from '#capabilities/identity/web/members/members-words.ts';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { SHELL } from '#web/shell/shell-words.ts';
import { speak } from '#web/words/words.ts';
import { look, openBrowser, settled, visit } from './visit.ts';
import { button, WALKS } from './walks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(WALKS)('%s, %s', (lang, size) => {
  const t = speak(MEMBERS, lang);
  const account = speak(ACCOUNT, lang);
  const how = { lang, size };
  const username = `newcomer.${lang}.${size}`;
  const own = `Own-Word-${size}-2026`;
  let oneTime = '';

  test('the system administrator creates an account', async () => {
    const { page, end } = await visit(browser, 'sysadmin', '/z/demo/members', how);
    await button(page, t.add).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(t.name, { exact: true }).fill('演示新同事');
    await form.getByLabel(t.username).fill(username);
    await form.getByLabel(t.role).click();
    await page.locator('.ant-select-item-option', { hasText: ROLE_LABELS.expert[lang] }).click();
    await look(page, `journey-admin-new-${size}-${lang}`);
    await button(form, t.add).click();
    await page.locator('.ant-modal-confirm-title', { hasText: t.oneTime('演示新同事') }).waitFor();
    oneTime = (await page.locator('.ant-modal-confirm code').textContent()) ?? '';
    expect(oneTime.length).toBeGreaterThanOrEqual(10);
    await look(page, `journey-admin-one-time-${size}-${lang}`);
    await end();
  });

  test('the security administrator grants it', async () => {
    const { page, end } = await visit(browser, 'secadmin', `/z/demo/members?search=${username}`, how);
    await button(page.locator('.mj-tbody'), t.act).click();
    await page.getByRole('menuitem', { name: t.approve }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: lang === 'zh' ? /确\s?定/ : /OK|Confirm/ })
      .click();
    const row = page.locator('.mj-tbody .mj-tr', { hasText: username });
    await expect.poll(() => row.textContent()).toContain(t.active);
    await look(page, `journey-admin-granted-${size}-${lang}`);
    await end();
  });

  test('the newcomer changes the one-time password before anything else', async () => {
    const shell = speak(SHELL, lang);
    const { page } = await visit(browser, undefined, '/sign-in', how);
    await page.getByLabel(shell.username).fill(username);
    await page.getByLabel(shell.password, { exact: true }).fill(oneTime);
    await button(page, shell.signIn).click();
    await page.waitForURL(/\/account\?/);
    await settled(page);
    expect(await page.locator('h1').textContent()).toBe(account.answerPassword);
    // The second factor below asks for the password too.
    const form = page.locator('form').first();
    const change = async (next: string): Promise<void> => {
      await form.getByLabel(account.current).fill(oneTime);
      await form.getByLabel(account.next, { exact: true }).fill(next);
      await form.getByLabel(account.again).fill(next);
      await button(form, account.change).click();
    };
    await change('short');
    await form.locator('.mj-note[data-tone=bad]').waitFor();
    await look(page, `journey-admin-password-${size}-${lang}`);
    await change(own);
    await page.getByText(account.changed).waitFor();
    await page.getByRole('link', { name: account.back }).click();
    await page.waitForURL('**/z/demo**');
    await settled(page);
    await look(page, `journey-admin-first-page-${size}-${lang}`);
    await page.close();
  });

  test('the audit administrator finds it in a log that is whole', async () => {
    const audit = speak(AUDIT, lang);
    const { page, end } = await visit(browser, 'auditor', '/z/demo/audit', how);
    await button(page, audit.verify).click();
    const [before = '', after = ''] = audit.whole('…').split('…');
    await page.getByText(new RegExp(`${before}[\\d,]+${after}`)).waitFor();
    const grant = page.locator('.mj-tbody .mj-tr', { hasText: 'approve_member' }).first();
    expect(await grant.textContent()).toMatch(/演示安全管理员|approve_member/);
    await look(page, `journey-admin-audit-${size}-${lang}`);
    await end();
  });
});
