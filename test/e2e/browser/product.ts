// Starts the product as a user would, with the demonstration zone in a directory of its own, and stops it at the end.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let stop: () => Promise<void> = () => Promise.resolve();

/** The tests find the address in MUJUN_BROWSER_ADDRESS. */
export async function setup(): Promise<void> {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-web.ts', '--if-changed'], {
    stdio: 'inherit',
  });
  const data = mkdtempSync(path.join(tmpdir(), 'mujun-browser-'));
  const env = { ...process.env, MUJUN_DATA: data, MUJUN_PORT: '0', MUJUN_LOG: 'error', MUJUN_DEMO: 'yes' };
  delete (env as Record<string, string | undefined>)['DATABASE_URL'];
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.env['MUJUN_BROWSER_ADDRESS'] = await addressOf(server);
  stop = async () => {
    const ended = new Promise((resolve) => {
      server.once('exit', resolve);
    });
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}

export const teardown = (): Promise<void> => stop();

/** The server says where it is when it is ready. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    server.once('exit', (code) =>
      reject(new Error(`the product ended with ${code} before it was ready: ${said}`)),
    );
  });
}
