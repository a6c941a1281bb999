import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access, TokenScope } from '#core/endpoint.ts';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { Role } from '#core/roles.ts';
import type { TokenActor } from '#platform/http/access.ts';
import { listEndpoints } from '#server/openapi.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';

const UUID = '00000000-0000-7000-8000-000000000000';
const ENDPOINTS = listEndpoints();
const SCOPES: readonly TokenScope[] = ['figures:write', 'registry:read', 'results:read'];

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const CALLERS: readonly (readonly [string, TokenActor | undefined])[] = [
  ['public', undefined],
  ...Role.options.map((role) => {
    const scope = { officeId: UUID, parkIds: [UUID], enterpriseIds: [UUID] };
    return [role, actor(role, scope)] as const;
  }),
  ...SCOPES.map(
    (scope) =>
      [
        `token ${scope}`,
        { ...actor('data_officer', { via: 'token', officeId: UUID }), scopes: [scope] },
      ] as const,
  ),
];

function isAllowed({ allow, token }: Access, caller: TokenActor | undefined): boolean {
  if (allow === 'public') return true;
  if (caller === undefined) return false;
  if (caller.via === 'token') return token !== undefined && caller.scopes?.includes(token) === true;
  return allow === 'signed_in' || allow.some((role) => role === caller.role);
}

const fill = (path: string, zone: string): string =>
  path
    .replace('{zone}', zone)
    .replace('{period_id}', '2025')
    .replace('{version}', '1')
    .replace(/\{(?:scheme_id|item_id)\}/g, 'some')
    .replace(/\{\w+\}/g, UUID);

async function statusOf(method: string, path: string, caller: TokenActor | undefined): Promise<number> {
  const body = method === 'GET' || method === 'DELETE' ? undefined : {};
  return (await app.call(caller, method, path, body)).status;
}

describe('every endpoint', () => {
  test('says who may call it', () => {
    expect(ENDPOINTS.filter(({ access }) => access.allow.length === 0)).toEqual([]);
    expect(ENDPOINTS.length).toBeGreaterThan(80);
  });

  test.each(ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s lets in whom it names and nobody else, and never breaks',
    async (_, { method, path, access }) => {
      const wrong: string[] = [];
      for (const [name, caller] of CALLERS) {
        const status = await statusOf(method, fill(path, 'home'), caller);
        const refused = status === 401 || status === 403;
        // Of those let in, one may still be told that a thing is not there; changes may be refused for other reasons.
        const isRight = isAllowed(access, caller) ? !refused || method !== 'GET' : refused;
        if (!isRight || status >= 500) wrong.push(`${name}: ${status}`);
      }
      expect(wrong).toEqual([]);
      expect(app.errors).toEqual([]);
    },
  );
});

describe('the table in the documents', () => {
  test('is what the contracts say', async () => {
    await expect(matrixText()).toMatchFileSnapshot('../../docs/access-matrix.md');
  });
});

function matrixText(): string {
  const head = ['', '公开', ...Role.options.map((role) => ROLE_LABELS[role].zh), '令牌'];
  const rows = ENDPOINTS.map(({ method, path, summary, access }) => [
    `${summary}<br>\`${method} /api${path}\``,
    ...CALLERS.filter(([name]) => !name.startsWith('token')).map(([, caller]) =>
      isAllowed(access, caller) ? '✓' : '',
    ),
    access.token ?? '',
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# 接口与权限 · Endpoints and roles',
    '',
    '由接口契约生成，并由测试逐一尝试。✓ 之外还受行级安全约束：园区、企业只见其范围内的行。',
    'Made from the contracts, and tried one by one in a test. Within ✓, row-level security shows parks and enterprises their own rows only.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}
