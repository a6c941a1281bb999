// Packs large JSON answers. Files are sent as they are: spreadsheets are packed already, and Arrow packs itself.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const pack = promisify(gzip);

/** Below this a packet carries it anyway. */
const WORTH_PACKING = 1400;
/** Most of what there is to gain, for a third of the work. */
const EFFORT = { level: 4 };

export const compressJson: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, body, status } = c.res;
  const isJson = /^application\/(?:problem\+)?json\b/.test(headers.get('content-type') ?? '');
  if (!isJson || body === null || headers.has('content-encoding')) return;
  const plain = Buffer.from(await c.res.arrayBuffer());
  const changed = new Headers(headers);
  changed.append('vary', 'accept-encoding');
  changed.delete('content-length');
  const wanted = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  const packed = wanted && plain.length >= WORTH_PACKING;
  if (packed) changed.set('content-encoding', 'gzip');
  const content = packed ? await pack(plain, EFFORT) : plain;
  // Set twice: headers of the answer before would otherwise be added to these.
  c.res = undefined;
  c.res = new Response(new Uint8Array(content), { status, headers: changed });
};
