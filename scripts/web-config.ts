// How the pages are bundled. `scripts/build-web.ts` calls it; `node --import tsx scripts/build-web.ts --dev` serves them while they change.
import react from '@vitejs/plugin-react';
import { minifyContractRouter } from '@orpc/contract';
import type { InlineConfig, Plugin } from 'vite';
import { guidePages } from './guide-pages.ts';
import { contract } from '#server/contract.ts';

const CONTRACT = 'virtual:contract';

/** The client needs to know methods and paths; shapes stay on the server, so that no validator is loaded with the first page. */
function contractRoutes(): Plugin {
  const resolved = `\0${CONTRACT}`;
  return {
    name: 'contract-routes',
    resolveId: (id) => (id === CONTRACT ? resolved : undefined),
    load: (id) =>
      id === resolved
        ? `export const contract = JSON.parse(${JSON.stringify(JSON.stringify(minifyContractRouter(contract)))});`
        : undefined,
  };
}

/** While pages change: the server they talk to, and a port and a cache of their own for each who works on them. */
const API = `http://127.0.0.1:${process.env['MUJUN_PORT'] ?? '3000'}`;
const DEV_PORT = Number(process.env['MUJUN_DEV_PORT'] ?? 5173);

export const webConfig: InlineConfig = {
  configFile: false,
  root: 'src/web',
  publicDir: 'public',
  plugins: [react(), contractRoutes(), guidePages()],
  // Chromium 100 and what is as old as that: computers in offices are renewed late.
  build: {
    target: ['chrome100', 'firefox100', 'safari15.4'],
    outDir: '../../dist-web',
    emptyOutDir: true,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 2048,
  },
  worker: { format: 'es' },
  cacheDir: `../../node_modules/.vite-${DEV_PORT}`,
  server: {
    host: '127.0.0.1',
    port: DEV_PORT,
    strictPort: true,
    // The host stays that of the page: the server refuses changes that come from another one.
    proxy: { '/api': { target: API, changeOrigin: false } },
    fs: { allow: ['../..'] },
  },
};
