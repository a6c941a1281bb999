// A run's capsule: everything that went into it and what came out, so that anybody can run it again and compare.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Diagnostic } from '#core/diagnostic.ts';
import { runIdentity } from '../run/identity.ts';
import { ENGINE_VERSION } from '../version.ts';
import { canonicalJson } from './canonical-json.ts';
import { recompute, type Recomputed, type RunParts } from './recompute.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const Manifest = z.strictObject({
  format: z.literal('mujun-capsule-1'),
  title: z.string(),
  zone: z.string(),
  run: z.string(),
  engine: z.string(),
  hashes: z.strictObject({ scheme: Hash, dataset: Hash, run: Hash, result: Hash }),
  overrides: z.array(z.strictObject({ id: z.string(), class: z.string(), reason: z.string() })),
  history: z.number().int().min(0).max(10),
  rows: z.number().int(),
  /** SHA-256 of every file beside the manifest. */
  files: z.record(z.string(), Hash),
  /** SHA-256 of everything above as canonical JSON: title, zone, run and engine are in no other hash. */
  seal: Hash,
});
export type Manifest = z.infer<typeof Manifest>;

/** Files by name, the manifest as an object beside them. */
export type Capsule = { readonly manifest: Manifest; readonly files: Readonly<Record<string, Uint8Array>> };

const SCHEME_FILE = 'scheme.yaml';
const DATASET_FILE = 'dataset.arrow';
const RESULT_FILE = 'result.arrow';
const historyFile = (periodsBack: number): string => `dataset-before-${periodsBack}.arrow`;

export type CapsuleAbout = { readonly title: string; readonly zone: string; readonly run: string };

export function makeCapsule(
  parts: RunParts,
  { identity, result, run }: Recomputed,
  about: CapsuleAbout,
): Capsule {
  const files: Record<string, Uint8Array> = {
    [SCHEME_FILE]: new TextEncoder().encode(parts.scheme),
    [DATASET_FILE]: parts.dataset,
    ...Object.fromEntries(parts.history.map((period, i) => [historyFile(i + 1), period])),
    [RESULT_FILE]: result,
  };
  const manifest: Omit<Manifest, 'seal'> = {
    format: 'mujun-capsule-1',
    ...about,
    engine: identity.engine,
    hashes: {
      scheme: identity.scheme.hash,
      dataset: identity.dataset.hash,
      run: identity.run,
      result: identity.result,
    },
    overrides: parts.overrides.map((override) => ({ ...override })),
    history: parts.history.length,
    rows: run.rows,
    files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, fileHash(bytes)])),
  };
  return { manifest: { ...manifest, seal: sealOf(manifest) }, files };
}

const fileHash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
const sealOf = (manifest: Omit<Manifest, 'seal'>): string => fileHash(utf8ToBytes(canonicalJson(manifest)));

/**
 * What differs, first things first: the manifest itself, a file that is missing or altered, a recomputed hash, the bytes
 * of the result.
 */
export type CapsuleFault =
  | { readonly kind: 'manifest_altered' }
  | { readonly kind: 'file_missing' | 'file_altered' | 'file_unknown'; readonly name: string }
  | { readonly kind: 'not_computable'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'hash_differs'; readonly name: keyof Manifest['hashes'] }
  | { readonly kind: 'rows_differ' | 'result_differs' };

export type CapsuleReport = {
  readonly faults: readonly CapsuleFault[];
  /** The engine that made it, when another one recomputed it: a difference may come from that alone. */
  readonly otherEngine: string | undefined;
};

/** Recomputes the run from the capsule's own parts. No faults means identical bytes. */
export function verifyCapsule({ manifest, files }: Capsule): CapsuleReport {
  const otherEngine = manifest.engine === ENGINE_VERSION ? undefined : manifest.engine;
  const { seal, ...sealed } = manifest;
  const altered: CapsuleFault[] = sealOf(sealed) === seal ? [] : [{ kind: 'manifest_altered' }];
  const faults: CapsuleFault[] = [...altered, ...fileFaults(manifest, files)];
  const parts = partsOf(manifest, files);
  if (faults.length > altered.length || parts === undefined) return { faults, otherEngine };
  const { recomputed, diagnostics } = recompute(parts);
  if (recomputed === undefined)
    return { faults: [...faults, { kind: 'not_computable', diagnostics }], otherEngine };
  // The name of the run is that of the engine which made it: a changed field shows here, whoever verifies.
  const identity = otherEngine === undefined ? recomputed.identity : runIdentity(recomputed.run, otherEngine);
  const found = {
    scheme: identity.scheme.hash,
    dataset: identity.dataset.hash,
    run: identity.run,
    result: identity.result,
  };
  for (const name of ['scheme', 'dataset', 'run', 'result'] as const)
    if (found[name] !== manifest.hashes[name]) faults.push({ kind: 'hash_differs', name });
  if (recomputed.run.rows !== manifest.rows) faults.push({ kind: 'rows_differ' });
  if (fileHash(recomputed.result) !== manifest.files[RESULT_FILE]) faults.push({ kind: 'result_differs' });
  return { faults, otherEngine };
}

function* fileFaults(manifest: Manifest, files: Capsule['files']): Generator<CapsuleFault> {
  const expected = [
    SCHEME_FILE,
    DATASET_FILE,
    ...Array.from({ length: manifest.history }, (_, i) => historyFile(i + 1)),
    RESULT_FILE,
  ];
  for (const name of expected) {
    const bytes = files[name];
    if (bytes === undefined) yield { kind: 'file_missing', name };
    else if (fileHash(bytes) !== manifest.files[name]) yield { kind: 'file_altered', name };
  }
  for (const name of Object.keys(manifest.files))
    if (!expected.includes(name)) yield { kind: 'file_unknown', name };
}

function partsOf(manifest: Manifest, files: Capsule['files']): RunParts | undefined {
  const scheme = files[SCHEME_FILE];
  const dataset = files[DATASET_FILE];
  const history = Array.from({ length: manifest.history }, (_, i) => files[historyFile(i + 1)]);
  const known = history.filter((period) => period !== undefined);
  if (scheme === undefined || dataset === undefined || known.length < history.length) return undefined;
  return { scheme: new TextDecoder().decode(scheme), dataset, history: known, overrides: manifest.overrides };
}
