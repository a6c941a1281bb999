import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/db/database.ts';
import { databaseUrl } from '#test/kit/database.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';

// Only a server can go away; the embedded database is in this process. So this file runs where DATABASE_URL is set.
describe('a database that goes away', { timeout: 90_000 }, () => {
  const AWAY_MS = 30_000;
  const target = new URL(databaseUrl ?? 'postgres://127.0.0.1:5432/x');
  const sockets = new Set<Socket>();
  let proxy: Server;
  let port = 0;
  let app: TestApp;

  async function open(): Promise<void> {
    proxy = createServer((client) => {
      const server = connect(Number(target.port === '' ? 5432 : target.port), target.hostname);
      for (const socket of [client, server]) {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => sockets.delete(socket));
      }
      client.pipe(server).pipe(client);
    });
    proxy.listen(port, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  async function cut(): Promise<void> {
    const closed = once(proxy, 'close');
    proxy.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  beforeAll(async () => {
    await open();
    const url = new URL(target);
    url.host = `127.0.0.1:${port}`;
    app = await testApp({ through: (schema) => openDatabase({ kind: 'postgres', url: url.href, schema }) });
  });
  afterAll(async () => {
    await app.close();
    await cut();
  });

  test('for half a minute: clear errors, nothing saved, and then it goes on without a restart', async () => {
    const officer = actor('evaluation_officer');
    const add = (code: string) => app.call(officer, 'POST', '/zones/home/offices', { code, name: code });
    expect((await add('before')).status).toBe(201);
    await cut();
    const until = Date.now() + AWAY_MS;
    while (Date.now() < until) {
      const answer = await add('during');
      expect(answer).toMatchObject({
        status: 503,
        body: { code: 'database_unavailable', title: '数据库暂时无法连接，本次操作未保存' },
      });
      await wait(2000);
    }
    await open();
    expect((await add('after')).status).toBe(201);
    const { body } = await app.call(officer, 'GET', '/zones/home/offices');
    expect(body).toMatchObject({ items: [{ code: 'after' }, { code: 'before' }] });
    expect(app.errors).toEqual([]);
  });
});
