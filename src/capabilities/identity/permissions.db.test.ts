import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidV7 } from '#core/ids.ts';
import { Role } from '#core/roles.ts';
import { type Client, signedInApp } from '#test/kit/signed-in-app.ts';

const PATH = '/zones/home/members/export';
const [OFFICE, PARK, ENTERPRISE] = [1, 2, 3].map((n) => uuidV7(n, new Uint8Array(10)));
let app: Awaited<ReturnType<typeof signedInApp>>;
const clients = new Map<Role, Client>();

beforeAll(async () => {
  app = await signedInApp();
  const { pool } = app.database;
  await pool.query(
    `insert into office (zone_id, office_id, code, name) values ('home', $1, 'tax', '税务局')`,
    [OFFICE],
  );
  await pool.query(
    `insert into park (zone_id, park_id, code, name, kind, area_mu) values ('home', $1, 'east', '东园', 'park', 10)`,
    [PARK],
  );
  await pool.query(
    `insert into enterprise (zone_id, enterprise_id, credit_code, name) values ('home', $1, '91330000000000000X', '甲厂')`,
    [ENTERPRISE],
  );
  for (const role of Role.options) {
    await app.member(role, role);
    const client = app.client();
    await client.signIn(role);
    clients.set(role, client);
  }
  const set = (role: Role, column: string, value: unknown) =>
    pool.query(`update membership set ${column} = $1 where role = $2`, [value, role]);
  await set('data_officer', 'office_id', OFFICE);
  await set('park_manager', 'park_ids', [PARK]);
  await set('enterprise_user', 'enterprise_ids', [ENTERPRISE]);
  await set('leader', 'state', 'ended');
  await app.member('=cmd', 'expert');
  await app.member('far.away', 'expert', 'other');
  const token = { name: '税务接口', scopes: ['figures:write'], office_id: OFFICE, days: 30 };
  await clients.get('security_admin')?.post('/zones/home/tokens', token);
  for (let n = 0; n < 6; n += 1) await app.client('192.0.2.90').signIn('expert', 'Wrong-Password-1');
}, 60_000);
afterAll(() => app.close());

/** Rows by account; a cell with a comma in it would be quoted, and none is. */
async function csv(): Promise<Map<string, string[]>> {
  const answer = await clients.get('audit_admin')?.get(`${PATH}?format=csv`);
  expect(answer?.status).toBe(200);
  const lines = String(answer?.body).replace('\uFEFF', '').trim().split(/\r?\n/);
  return new Map(lines.map((line) => line.split(',')).map((cells) => [cells[0] ?? '', cells]));
}

describe('the list of who may do what', () => {
  test('is for the security administrator and the auditor', async () => {
    const statuses = await Promise.all(
      [...clients].map(async ([role, client]) => [role, (await client.get(`${PATH}?format=csv`)).status]),
    );
    expect(statuses.filter(([, status]) => status === 200).map(([role]) => role)).toEqual([
      'security_admin',
      'audit_admin',
    ]);
    expect(await app.audit('home')).toContain('export_permissions done audit_admin');
  });

  test('names role, office, park and enterprise, and the last sign-in', async () => {
    const rows = await csv();
    expect(rows.get('账号')).toEqual(
      '账号,姓名,角色,授权状态,部门,园区,企业,停用,锁定,二次验证,最近登录（北京时间）,可执行的操作'.split(
        ',',
      ),
    );
    expect(rows.get('data_officer')?.slice(1, 5)).toEqual(['data_officer', '部门数据员', '已授权', '税务局']);
    expect(rows.get('park_manager')?.[5]).toBe('东园');
    expect(rows.get('enterprise_user')?.[6]).toBe('甲厂');
    expect(rows.get('audit_admin')?.[10]).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
    expect(rows.get("'=cmd")?.[10]).toBe('');
    expect(rows.has('far.away')).toBe(false);
  });

  test('says what each may do, and that an ended role may do nothing', async () => {
    const rows = await csv();
    expect(rows.get('security_admin')?.at(-1)?.split('、')).toContain('授权');
    expect(rows.get('system_admin')?.at(-1)?.split('、')).not.toContain('授权');
    expect(rows.get('audit_admin')?.at(-1)?.split('、')).toContain('审计日志');
    expect(rows.get('leader')?.slice(3, 4)).toEqual(['已撤销']);
    expect(rows.get('leader')?.at(-1)).toBe('');
  });

  test('shows who is locked, and the tokens of departments’ systems', async () => {
    const rows = await csv();
    expect([rows.get('expert')?.[8], rows.get('leader')?.[8]]).toEqual(['是', '否']);
    expect(rows.get('')?.slice(1, 5)).toEqual(['税务接口', '接口令牌', '已授权', '税务局']);
    expect(rows.get('')?.at(-1)).not.toBe('');
  });

  test('is a workbook too', async () => {
    const jar = clients.get('security_admin')?.jar ?? new Map<string, string>();
    const response = await app.app.request(`http://localhost/api${PATH}`, {
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('权限清单.xlsx'));
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    expect(text).toContain('部门数据员');
    expect(app.errors).toEqual([]);
  });
});
