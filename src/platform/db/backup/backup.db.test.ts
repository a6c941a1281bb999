import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/kit/database.ts';
import type { Database } from '../database.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mujun-backup-'));
const file = path.join(folder, 'backup.gz');
const now = new Date('2026-11-24T08:00:00Z');
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(`
    insert into zone (zone_id, name) values ('home', '测试开发区');
    insert into file (zone_id, file_id, name, media_type, sha256, bytes, content, created_by)
      values ('home', gen_random_uuid(), 'a.bin', 'x', 'x', 3, '\\x00ff0a', 'u');
    insert into enterprise (zone_id, enterprise_id, credit_code, name, status, merged_into) values
      ('home', '00000000-0000-7000-8000-000000000003', 'C', '丙', 'active', null),
      ('home', '00000000-0000-7000-8000-000000000002', 'B', '乙', 'merged', '00000000-0000-7000-8000-000000000003'),
      ('home', '00000000-0000-7000-8000-000000000001', 'A', '甲"\n', 'merged', '00000000-0000-7000-8000-000000000002');
    insert into park (zone_id, park_id, code, name, kind, area_mu)
      values ('home', '00000000-0000-7000-8000-000000000004', 'P', '园', 'x', 12345678901234.56);`);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function contentOf(from: Database): Promise<unknown> {
  const tables = ['zone', 'file', 'enterprise', 'park'];
  const rows = tables.map(
    (table) => `(select coalesce(json_agg(t order by t::text), '[]') from ${table} t where zone_id = 'home')`,
  );
  const { rows: found } = await from.pool.query<{ all: unknown }>(
    `select json_build_array(${rows.join(',')})::text as all`,
  );
  return found[0]?.all;
}

describe('a backup', () => {
  test('brings everything back into an empty database, and into no other', async () => {
    const before = await contentOf(database);
    await writeBackup(database.pool, file, now);
    await expect(readBackup(database.pool, file)).rejects.toThrow('database_not_empty');
    const fresh = await testDatabase();
    expect(await readBackup(fresh.pool, file)).toMatchObject({ created: now.toISOString() });
    expect(await contentOf(fresh)).toEqual(before);
    await fresh.close();
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    [
      'cut off between two lines',
      (bytes: Buffer) => edited(bytes, (text) => text.split('\n').slice(0, -2).join('\n')),
    ],
    ['changed', (bytes: Buffer) => edited(bytes, (text) => text.replace('测试开发区', '别的开发区'))],
  ])('that was %s restores nothing', async (_, damage) => {
    const damaged = path.join(folder, 'damaged.gz');
    writeFileSync(damaged, damage(readFileSync(file)));
    const fresh = await testDatabase();
    await expect(readBackup(fresh.pool, damaged)).rejects.toThrow('backup_damaged');
    expect(await contentOf(fresh)).toBe('[[], [], [], []]');
    await fresh.close();
  });
});

test('a file that is not there is told', async () => {
  await expect(readBackup(database.pool, path.join(folder, 'none.gz'))).rejects.toThrow('ENOENT');
});

function edited(bytes: Buffer, change: (text: string) => string): Buffer {
  return gzipSync(change(gunzipSync(bytes).toString('utf8')));
}
