// A provider of identities as the government runs one, on this machine: OpenID Connect discovery, authorisation with PKCE, signed
// tokens. It believes whoever the test says is sitting in front of it.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const CLIENT = { clientId: 'mujun', clientSecret: 'a secret between the two' };

type Grant = { readonly asked: URLSearchParams; readonly subject: string };

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;

/** Port 0 takes any. */
export async function startIdentityProvider(port = 0) {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const person = { subject: '', forged: false };
  const grants = new Map<string, Grant>();
  let issuer = '';

  const json = (response: ServerResponse, body: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  function authorise(asked: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    grants.set(code, { asked, subject: person.subject });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64');
    const isClient =
      request.headers.authorization === `Basic ${basic}` || form.get('client_secret') === CLIENT.clientSecret;
    const fits =
      grant?.asked.get('code_challenge') === challenge &&
      grant.asked.get('redirect_uri') === form.get('redirect_uri');
    if (!isClient || !fits) {
      json(response, { error: 'invalid_grant' }, 400);
      return;
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: CLIENT.clientId,
      sub: grant.subject,
      iat: now,
      exp: now + 300,
      nonce: grant.asked.get('nonce'),
    };
    json(response, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 300,
      id_token: signed(claims),
    });
  }

  /** A JSON web token by RS256. */
  function signed(claims: object): string {
    const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'one' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const key = (person.forged ? forger : pair).privateKey;
    return [...parts, sign('sha256', Buffer.from(parts.join('.')), key).toString('base64url')].join('.');
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration')
      json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    else if (url.pathname === '/keys')
      json(response, {
        keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }],
      });
    else if (url.pathname === '/authorize') authorise(url.searchParams, response);
    else if (url.pathname === '/token') void exchange(request, response);
    else json(response, { error: 'not_found' }, 404);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    settings: { issuer, ...CLIENT },
    /** Who signs in there next; `forged` signs with a key the provider does not publish. */
    person,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
