// The other engines that do the task, as programs to be run, and why one is left out. Node packages are installed into
// bench/peers and nowhere else; Python and R are used when the machine has them.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { sharedFile } from './shared.ts';

export type Engine = {
  readonly name: string;
  readonly version: string;
  readonly argv: (input: string, output: string) => readonly string[];
};

export type Absent = { readonly name: string; readonly reason: string };

const FOLDER = fileURLToPath(new URL('./peers/', import.meta.url));
/** A script finds the packages it stands among, so the scripts of the task are run from copies in here. */
const RUN_FOLDER = `${FOLDER}node_modules/.run/`;

const NODE_PEERS = [
  { name: 'polars (Node)', package: 'nodejs-polars', script: 'bench_polars.mjs', options: [] },
  { name: 'DuckDB (Node)', package: '@duckdb/node-api', script: 'bench_duckdb.mjs', options: [] },
  // It holds every cell of every step: with less memory it fails at a million rows.
  {
    name: 'Arquero',
    package: 'arquero',
    script: 'bench_arquero.mjs',
    options: ['--max-old-space-size=8192'],
  },
] as const;

const PROGRAM_PEERS = [
  {
    name: 'pandas',
    script: 'bench_pandas.py',
    // Behind a name on the path may stand a launcher with a start of its own.
    probe: ['python3', '-c', 'import sys, pandas; print(sys.executable, pandas.__version__)'],
  },
  {
    name: 'R data.table',
    script: 'bench_datatable.R',
    probe: ['Rscript', '-e', 'cat("Rscript", as.character(packageVersion("data.table")))'],
  },
] as const;

export function findPeers(mayInstall: boolean): { present: Engine[]; absent: Absent[] } {
  const present: Engine[] = [];
  const absent: Absent[] = [];
  const add = (name: string, found: Engine | string): void => {
    if (typeof found === 'string') absent.push({ name, reason: found });
    else present.push(found);
  };
  const refusal = mayInstall ? installNodePeers() : undefined;
  for (const peer of NODE_PEERS) add(peer.name, nodePeer(peer, refusal));
  for (const peer of PROGRAM_PEERS) add(peer.name, programPeer(peer));
  return { present, absent };
}

/**
 * Not `npm ci`: it refuses a lockfile without the packages of all platforms, and not every registry has them. The versions
 * are those of the lockfile all the same.
 */
function installNodePeers(): string | undefined {
  if (NODE_PEERS.every((peer) => versionOf(peer.package) !== undefined)) return undefined;
  const npm = spawnSync('npm', ['install', '--prefix', FOLDER, '--no-save', '--no-audit', '--no-fund'], {
    encoding: 'utf8',
  });
  if (npm.status === 0) return undefined;
  return /npm error (?:code )?(\S+)/.exec(npm.stderr)?.[1] ?? 'npm failed';
}

function nodePeer(peer: (typeof NODE_PEERS)[number], refusal: string | undefined): Engine | string {
  const version = versionOf(peer.package);
  if (version === undefined) return refusal === undefined ? 'not installed' : `not installed (${refusal})`;
  const script = sharedFile(peer.script);
  if (script === undefined) return 'no script for the task';
  mkdirSync(RUN_FOLDER, { recursive: true });
  copyFileSync(script, RUN_FOLDER + peer.script);
  const start = [process.execPath, ...peer.options, RUN_FOLDER + peer.script];
  return { name: peer.name, version, argv: (input, output) => [...start, input, output] };
}

function programPeer(peer: (typeof PROGRAM_PEERS)[number]): Engine | string {
  const [program, ...options] = peer.probe;
  const probed = spawnSync(program, options, { encoding: 'utf8' });
  const [, executable, version] = /^(\S+) (\S+)\s*$/.exec(probed.status === 0 ? probed.stdout : '') ?? [];
  if (executable === undefined || version === undefined) return 'not on this machine';
  const script = sharedFile(peer.script);
  if (script === undefined) return 'no script for the task';
  return { name: peer.name, version, argv: (input, output) => [executable, script, input, output] };
}

const Manifest = z.object({ version: z.string() });

function versionOf(name: string): string | undefined {
  const manifest = `${FOLDER}node_modules/${name}/package.json`;
  return existsSync(manifest)
    ? Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))).version
    : undefined;
}
