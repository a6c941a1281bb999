// Bundles the pages into `dist-web`, with a compressed copy beside every file. `--if-changed` leaves them when nothing they are
// made from has changed since; `--dev` serves them from source beside a server that runs on port 3000.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, createServer } from 'vite';
import { WEB_FOLDER, webConfig } from './web-config.ts';

const SOURCES = ['src', 'docs/guide', 'package-lock.json', 'scripts/web-config.ts'];
const STAMP = path.join(WEB_FOLDER, '.stamp');

if (process.argv.includes('--dev')) {
  const server = await createServer(webConfig);
  await server.listen();
  server.printUrls();
} else if (!process.argv.includes('--if-changed') || stampOfSources() !== stampOfBuild()) {
  const stamp = stampOfSources();
  console.log('生成网页 · Bundling the pages …');
  // Whatever the caller works in: pages are built for those who use them.
  process.env['NODE_ENV'] = 'production';
  await build({ ...webConfig, logLevel: 'warn' });
  for (const file of filesBelow(WEB_FOLDER)) compress(file);
  writeFileSync(STAMP, stamp);
}

function stampOfBuild(): string {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
}

/** Names, sizes and times: reading every file would take longer than it saves. */
function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesBelow(source)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  return hash.digest('hex');
}

function filesBelow(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function compress(file: string): void {
  if (!/\.(?:js|css|html|json|svg|geojson|md)$/.test(file)) return;
  const content = readFileSync(file);
  if (content.length < 1024) return;
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  );
}
