import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiveUpload } from './receive-upload.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mujun-upload-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MB = 1024 * 1024;
const ZIP = Uint8Array.of(0x50, 0x4b, 0x03, 0x04);

async function* pieces(...parts: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

const receive = (body: AsyncIterable<Uint8Array>, claimedName: string, limitBytes = MB) =>
  receiveUpload(body, { folder, id: 'one', claimedName, limitBytes });

describe('an upload', () => {
  test('is kept under a name of ours, with its hash', async () => {
    const upload = await receive(pieces('统一社会信用代码,', '税收\n'), '税收.csv');
    expect(upload).toMatchObject({
      path: path.join(folder, 'one'),
      name: '税收.csv',
      kind: 'csv',
      bytes: 32,
    });
    expect(upload.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['../../etc/passwd.csv', 'passwd.csv'],
    ['C:\\temp\\税收.csv', '税收.csv'],
    ['a\r\nSet-Cookie: x.csv', 'aSet-Cookie x.csv'],
    ['"; rm -rf *.csv', '; rm -rf .csv'],
    ['税收\u202Evsc.exe\u200B.csv', '税收vsc.exe.csv'],
  ])('named %j keeps %j of it', async (claimed, kept) => {
    expect((await receive(pieces('a'), claimed)).name).toBe(kept);
  });

  test.each([
    ['a program', '税收.xlsx', 'MZ this is a program'],
    ['a workbook called text', '税收.csv', ZIP],
    ['text called an old workbook', '税收.xls', 'a,b'],
    ['something else altogether', '税收.exe', 'MZ'],
  ])('that is %s is refused', async (_, name, content) => {
    await expect(receive(pieces(content), name)).rejects.toThrow('upload_of_other_kind');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of nothing is refused', async () => {
    await expect(receive(pieces(), 'a.csv')).rejects.toThrow('upload_empty');
  });

  test('of ten gigabytes is cut off at the limit, not after it', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(65);
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; sent < 10_000 * MB; sent += chunk.length) yield chunk;
    }
    await expect(receive(endless(), 'a.csv', 2 * MB)).rejects.toThrow('upload_too_large');
    expect(sent).toBeLessThan(3 * MB);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('onto a full disk leaves nothing behind and says so', async () => {
    // This device takes what is written as a full disk does.
    symlinkSync('/dev/full', path.join(folder, 'one'));
    await expect(receive(pieces('a,b'), 'a.csv')).rejects.toThrow('disk_full');
    expect(existsSync(path.join(folder, 'one'))).toBe(false);
  });

  test('that breaks off leaves nothing behind', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a,b\n');
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    }
    await expect(receive(broken(), 'a.csv')).rejects.toThrow('upload_interrupted');
    expect(readdirSync(folder)).toEqual([]);
  });
});
