// Bundles the pages into `dist-web`, with a compressed copy beside every file. `--if-changed` leaves them when nothing they are
// made from has changed since, or when this installation has no bundler; `--dev` serves them from source beside a running server.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = 'dist-web';
const SOURCES = ['src', 'docs/guide', 'package-lock.json', 'scripts/web-config.ts', 'scripts/guide-pages.ts'];
const STAMP = path.join(FOLDER, '.stamp');

if (process.argv.includes('--dev')) await serveFromSource();
else if (!process.argv.includes('--if-changed') || (hasBundler() && stampOfSources() !== stampOfBuild()))
  await bundle();

async function serveFromSource(): Promise<void> {
  const [{ createServer }, { webConfig }] = await bundler();
  const server = await createServer(webConfig);
  await server.listen();
  server.printUrls();
}

async function bundle(): Promise<void> {
  const stamp = stampOfSources();
  console.log('生成网页 · Bundling the pages …');
  // Whatever the caller works in: pages are built for those who use them.
  process.env['NODE_ENV'] = 'production';
  const [{ build }, { webConfig }] = await bundler();
  await build({ ...webConfig, logLevel: 'warn' });
  for (const file of filesBelow(FOLDER)) compress(file);
  writeFileSync(STAMP, stamp);
}

/** Installed for building only: where the pages were built before, it need not be there. */
async function bundler() {
  return Promise.all([import('vite'), import('./web-config.ts')]);
}

function hasBundler(): boolean {
  return existsSync('node_modules/vite/package.json');
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
