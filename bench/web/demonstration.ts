// A browser on a running demonstration zone of this machine, signed in as the evaluation office.
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { DEMO_PASSWORD } from '#seed/demo-accounts.ts';

export type Size = { readonly width: number; readonly height: number };
export const DESK: Size = { width: 1440, height: 900 };

export async function inBrowser(base: string, work: (browser: Browser) => Promise<void>): Promise<void> {
  if (new URL(base).hostname !== '127.0.0.1') throw new Error('the demonstration of this machine only');
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

export async function signIn(context: BrowserContext, base: string): Promise<void> {
  const signedIn = await context.request.post('/api/auth/sign-in/username', {
    data: { username: 'officer', password: DEMO_PASSWORD },
    headers: { origin: base },
  });
  if (!signedIn.ok()) throw new Error(`not signed in: ${signedIn.status()}`);
}

export type DemoEvaluation = {
  readonly evaluation_id: string;
  readonly period_id: string;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly dataset_id: string | null;
  readonly run_id: string | null;
};

export async function evaluationsOf(context: BrowserContext): Promise<readonly DemoEvaluation[]> {
  const answer = await context.request.get('/api/zones/demo/evaluations');
  return ((await answer.json()) as { items: DemoEvaluation[] }).items;
}
