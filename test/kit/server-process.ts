// The product as a process of its own, to be killed and started again, with people signed in to it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const DEMO = { zone: 'demo', password: 'Yunmu-Demo-2026' } as const;

export type ServerProcess = {
  readonly url: string;
  /** A request as the account; JSON in, JSON out. */
  readonly call: (
    account: string,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: unknown }>;
  readonly raw: (account: string, path: string, init: RequestInit) => Promise<Response>;
  /** As a power cut would: no chance to finish anything. */
  readonly kill: () => Promise<void>;
  /** As an operator does it. */
  readonly stop: () => Promise<void>;
};

const START_MS = 90_000;

/** One that nobody listens at now, so that tests of several checkouts do not talk to each other's server. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export async function startProcess(
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
    env: { ...process.env, MUJUN_PORT: String(port), MUJUN_LOG: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (told += text.toString()));
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, () => told);
  const cookies = new Map<string, string>();

  async function signIn(account: string): Promise<string> {
    const known = cookies.get(account);
    if (known !== undefined) return known;
    const response = await fetch(`${url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: account, password: DEMO.password }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || cookie === undefined)
      throw new Error(`${account} cannot sign in: ${response.status} ${await response.text()}`);
    cookies.set(account, cookie);
    return cookie;
  }

  async function raw(account: string, path: string, init: RequestInit): Promise<Response> {
    const cookie = await signIn(account);
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return fetch(`${url}/api/zones/${DEMO.zone}${path}`, { ...init, headers });
  }

  async function call(account: string, method: string, path: string, body?: unknown) {
    const response = await raw(account, path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body: answer };
  }

  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url, call, raw, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function untilHealthy(url: string, child: ChildProcess, told: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${told()}`);
    const healthy = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await wait(100);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not start: ${told()}`);
}
