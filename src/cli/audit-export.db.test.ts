import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, signedInApp } from '#test/kit/signed-in-app.ts';
import { exportAudit } from './audit-export.ts';
import { runCommandLine } from './command-line.ts';

let app: Awaited<ReturnType<typeof signedInApp>>;
let auditor: Client;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mujun-audit-'));
  app = await signedInApp();
  await app.member('auditor', 'audit_admin');
  auditor = app.client();
  for (let n = 0; n < 3; n += 1) await auditor.signIn('auditor');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** Runs in English and collects what is said. */
async function saying<Result>(work: (io: Parameters<typeof runCommandLine>[1]) => Promise<Result>) {
  const [out, err]: [string[], string[]] = [[], []];
  const result = await work({
    lang: 'en',
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    progress: () => undefined,
  });
  return { result, out, err: err.join('\n') };
}

const toOutput = { zone: 'home', after: 0, format: 'syslog', out: undefined } as const;
const exported = (request: Parameters<typeof exportAudit>[1]) =>
  saying((io) => exportAudit(app.database, request, io));
const verify = (...argv: string[]) => saying((io) => runCommandLine(['audit', 'verify', ...argv], io));

describe('an export of the audit log', () => {
  test('has a line of syslog for each entry and says where it ends', async () => {
    const { out, err } = await exported(toOutput);
    expect(out).toHaveLength(3);
    expect(out[0]).toMatch(/^<110>1 \S+Z \S+ mujun - sign_in \[audit@32473 zone="home" seq="1" /);
    expect(err).toMatch(/^home: 3 entries, up to 3:[0-9a-f]{64}$/);
  });

  test('continues after what was shipped', async () => {
    const { out } = await exported({ ...toOutput, after: 2 });
    expect(out).toHaveLength(1);
    expect(out[0]).toContain('seq="3"');
    expect(await exported({ ...toOutput, after: 3 })).toMatchObject({ out: [], err: 'home: 0 entries' });
  });

  test.each(['syslog', 'jsonl'] as const)(
    'as %s in a file is verified, and an altered one is not',
    async (format) => {
      const file = join(folder, `log.${format}`);
      const { err } = await exported({ ...toOutput, format, out: file });
      const head = /\d+:[0-9a-f]{64}/.exec(err)?.[0] ?? '';
      expect(await verify(file, '--head', head)).toMatchObject({ result: 0 });
      writeFileSync(file, readFileSync(file, 'utf8').replace('"role":"system"', '"role":"leader"'));
      const altered = await verify(file, '--head', head);
      expect(altered.result).toBe(1);
      expect(altered.out.join()).toContain('its content was changed');
    },
  );

  test('of a zone that is not there is refused', async () => {
    await expect(exported({ ...toOutput, zone: 'nowhere' })).rejects.toThrow('zone_not_found');
  });

  test('needs a zone and a format it knows', async () => {
    const said = (...argv: string[]) => saying((io) => runCommandLine(['audit', 'export', ...argv], io));
    expect(await said()).toMatchObject({ result: 2, err: expect.stringContaining('--zone') as string });
    expect(await said('--zone', 'home', '--format', 'xml')).toMatchObject({ result: 2 });
  });

  test('is the auditor’s too, through the door', async () => {
    const answer = await auditor.get('/zones/home/audit/export?format=syslog&after=2');
    expect(answer.status).toBe(200);
    const lines = String(answer.body).trim().split('\n');
    expect(lines.map((line) => /seq="(\d+)"/.exec(line)?.[1])).toEqual(['3', '4']);
    expect((await auditor.get('/zones/home/audit/export?after=x')).status).toBe(400);
    expect(app.errors).toEqual([]);
  });
});
