import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '#core/roles.ts';
import { listEndpoints } from '#server/openapi.ts';
import { type Client, signedInApp } from '#test/kit/signed-in-app.ts';

// People of one zone at the endpoints of another, signed in as in life: the role they have at home counts for nothing.
const UUID = '00000000-0000-7000-8000-000000000000';
const ENDPOINTS = listEndpoints().filter(
  ({ path, access }) => path.includes('{zone}') && access.allow !== 'public',
);
let app: Awaited<ReturnType<typeof signedInApp>>;
const clients = new Map<Role, Client>();

beforeAll(async () => {
  app = await signedInApp();
  for (const role of Role.options) {
    await app.member(`zone-${role}`, role);
    const client = app.client();
    const { status } = await client.signIn(`zone-${role}`);
    if (status !== 200) throw new Error(`${role} cannot sign in: ${status}`);
    clients.set(role, client);
  }
}, 60_000);
afterAll(() => app.close());

const fill = (path: string): string =>
  path
    .replace('{zone}', 'other')
    .replace('{period_id}', '2025')
    .replace('{version}', '1')
    .replace(/\{\w+\}/g, UUID);

describe('in another zone', () => {
  test.each(ENDPOINTS.map(({ method, path }) => [`${method} ${path}`, method, path] as const))(
    '%s refuses every role',
    async (_, method, path) => {
      const let_in: string[] = [];
      for (const [role, client] of clients) {
        const { status } = await client.send(
          method,
          fill(path),
          method === 'GET' || method === 'DELETE' ? undefined : {},
        );
        if (status !== 403) let_in.push(`${role}: ${status}`);
      }
      expect(let_in).toEqual([]);
    },
  );
});
