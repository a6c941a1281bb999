import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditEvent, CHAIN_START, type ChainedEvent, entryHash } from '#engine/proof/audit-chain.ts';
import { type Capsule, makeCapsule } from '#engine/proof/capsule.ts';
import { merkleTree } from '#engine/proof/merkle.ts';
import { type PublishedRow, type Receipt, rowBytes } from '#engine/proof/receipt.ts';
import { datasetToArrow, recompute, type RunParts } from '#engine/proof/recompute.ts';
import { numberColumn, textColumn } from '#engine/table/column.ts';
import { packCapsule } from '#platform/files/capsule-file.ts';
import { runCommandLine } from '../command-line.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mujun-verify-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(argv, {
    lang: 'en',
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    progress: () => undefined,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('a capsule', () => {
  const parts: RunParts = {
    scheme: `format: 1
scheme: small
version: 1
title: { zh: 小方案, en: Small }
inputs:
  tax: { zh: 税收, en: Tax, unit: 万元 }
  land: { zh: 用地, en: Land, unit: 亩, min: 0, exclusive: true }
indicators:
  tax_per_mu: { zh: 亩均税收, en: Tax per mu, value: tax / land, unit: 万元/亩, weight: 100, score: { ratio: 20, cap: 1.5 } }
classes:
  quotas: { A: 50%, B: 50% }
`,
    dataset: datasetToArrow({
      ids: textColumn(['甲', '乙']),
      table: {
        rows: 2,
        columns: new Map([
          ['tax', numberColumn([100, 50])],
          ['land', numberColumn([4, 5])],
        ]),
      },
    }),
    history: [],
    overrides: [],
  };
  const capsule = (): Capsule => {
    const { recomputed, diagnostics } = recompute(parts);
    if (recomputed === undefined) throw new Error(JSON.stringify(diagnostics));
    return makeCapsule(parts, recomputed, { title: 'Trial', zone: 'home', run: 'r1' });
  };
  const withScheme = (whole: Capsule, text: string): Capsule => ({
    ...whole,
    files: { ...whole.files, 'scheme.yaml': new TextEncoder().encode(text) },
  });

  test('as it was made is verified', async () => {
    const { code, out } = await run('verify', file('good.zip', packCapsule(capsule())));
    expect(out).toContain('✓ verified');
    expect(code).toBe(0);
  });

  test('with another engine written in is told, and is not verified', async () => {
    const whole = capsule();
    const altered = { ...whole, manifest: { ...whole.manifest, engine: '0' } };
    const { code, out } = await run('verify', file('engine.zip', packCapsule(altered)));
    expect(out).toContain(`computed by engine 0, verifying with ${whole.manifest.engine}`);
    expect(out).toContain('✗ the manifest (title, zone, run, engine and the like) was altered');
    expect(out).toContain('✗ the hash of the run is not the one in the manifest');
    expect(code).toBe(1);
  });

  test('under another title is not', async () => {
    const whole = capsule();
    const altered = { ...whole, manifest: { ...whole.manifest, title: 'Final' } };
    const { code, out } = await run('verify', file('title.zip', packCapsule(altered)));
    expect(out).toContain('✗ the manifest');
    expect(code).toBe(1);
  });

  test('with an altered scheme is not, and the file is named', async () => {
    const altered = withScheme(capsule(), parts.scheme.replace('ratio: 20', 'ratio: 21'));
    const { code, out } = await run('verify', file('altered.zip', packCapsule(altered)));
    expect(out).toContain('✗ the file scheme.yaml was altered');
    expect(code).toBe(1);
  });

  test('whose manifest was made to fit the altered scheme is not either', async () => {
    const text = parts.scheme.replace('ratio: 20', 'ratio: 21');
    const altered = withScheme(capsule(), text);
    const files = {
      ...altered.manifest.files,
      'scheme.yaml': createHash('sha256').update(text).digest('hex'),
    };
    const forged = { ...altered, manifest: { ...altered.manifest, files } };
    const { code, out } = await run('verify', file('forged.zip', packCapsule(forged)));
    expect(out).toContain('✗ the hash of the scheme is not the one in the manifest');
    expect(code).toBe(1);
  });
});

describe('what is no proof', () => {
  test.each([
    ['half a capsule', 'half.zip', 'PK\u0003\u0004 and so on', 'is not a capsule'],
    ['another text', 'text.json', 'hello', 'is not a receipt'],
  ])('such as %s, was not checked: exit code 2', async (_, name, content, words) => {
    const { code, err } = await run('verify', file(name, content));
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  test('because it is not there neither', async () => {
    const { code, err } = await run('verify', join(folder, 'nowhere.zip'));
    expect(err).toContain('nowhere.zip');
    expect(code).toBe(2);
  });
});

describe('a receipt', () => {
  const rows: PublishedRow[] = ['甲', '乙', '丙'].map((name, i) => ({
    publication: 'p1',
    position: i,
    credit_code: `code-${i}`,
    name,
    class: 'A',
    score: '90.00',
    rank: i + 1,
    salt: `salt-${i}`,
  }));
  const list = { zone: 'home', title: 'List', published: '2025-06-30', rows: rows.length };
  const { root, proof } = merkleTree(rows.map((row) => rowBytes(list, row)));
  const receiptOf = (row: PublishedRow): Receipt => ({
    format: 'mujun-receipt-1',
    ...list,
    row,
    proof: [...proof(row.position)],
    root,
  });

  test.each(rows)('of $name is verified against the published root', async (row) => {
    const path = file('receipt.json', JSON.stringify(receiptOf(row)));
    const { code, out } = await run('verify', path, '--root', root);
    expect(out).toContain('✓ verified: the row is in the published list');
    expect(code).toBe(0);
  });

  test.each(rows)('of $name with a better class does not fit its proof', async (row) => {
    const path = file('better.json', JSON.stringify(receiptOf({ ...row, class: 'A+' })));
    const { code, out } = await run('verify', path, '--root', root);
    expect(out).toContain('✗ the row does not fit the proof');
    expect(code).toBe(1);
  });

  test.each([{ title: 'Another list' }, { zone: 'other' }, { published: '2026-06-30' }, { rows: 2 }])(
    'with %o does not fit its proof',
    async (change) => {
      const [row] = rows.map(receiptOf);
      const path = file('retitled.json', JSON.stringify({ ...row, ...change }));
      const { code, out } = await run('verify', path, '--root', root);
      expect(out).toContain('✗ the row does not fit the proof');
      expect(code).toBe(1);
    },
  );

  test('of another list is refused', async () => {
    const path = file('other.json', JSON.stringify(rows.slice(0, 1).map(receiptOf)[0]));
    const { code, out } = await run('verify', path, '--root', '0'.repeat(64));
    expect(out).toContain('✗ the receipt is not one of this published list');
    expect(code).toBe(1);
  });
});

describe('an exported audit log', () => {
  const entries: ChainedEvent[] = [];
  for (const seq of [1, 2, 3]) {
    const event: AuditEvent = {
      zone: 'home',
      seq,
      at: `2025-01-0${seq}T00:00:00.000Z`,
      actor: 'u1',
      actor_name: 'Li',
      role: 'officer',
      action: 'import.accept',
      object_type: 'import',
      object_id: `i${seq}`,
      outcome: 'done',
      address: '127.0.0.1',
      request_id: `r${seq}`,
      details: { rows: seq },
    };
    const prev = entries.at(-1)?.hash ?? CHAIN_START;
    entries.push({ ...event, prev_hash: prev, hash: entryHash(prev, event) });
  }
  const head = `3:${entries.at(-1)?.hash ?? ''}`;
  const log = (name: string, lines: readonly ChainedEvent[]): string =>
    file(name, lines.map((entry) => `${JSON.stringify(entry)}\n`).join(''));

  test('is whole up to its head', async () => {
    const { code, out } = await run('audit', 'verify', log('whole.jsonl', entries), '--head', head);
    expect(out).toContain('3 entries, the chain is whole');
    expect(code).toBe(0);
  });

  test.each([
    [
      'a changed entry',
      entries.map((e) => (e.seq === 2 ? { ...e, actor: 'u2' } : e)),
      'entry 2: its content',
    ],
    ['a missing entry', entries.filter(({ seq }) => seq !== 2), 'entry 3: a number is missing'],
    ['entries cut off', entries.slice(0, 2), 'entry 3: entries at the end are missing'],
  ])('with %s is not', async (_, lines, words) => {
    const { code, out } = await run('audit', 'verify', log('broken.jsonl', lines), '--head', head);
    expect(out).toContain(words);
    expect(code).toBe(1);
  });

  test.each(['3', '3:abc', ':', 'x:' + '0'.repeat(64)])(
    'is not called whole when the head is %s',
    async (text) => {
      const { code, err } = await run('audit', 'verify', log('whole.jsonl', entries), '--head', text);
      expect(err).toContain('SEQ:HASH');
      expect(code).toBe(2);
    },
  );

  test('that is not there is said in words', async () => {
    const { code, err } = await run('audit', 'verify', join(folder, 'nowhere.jsonl'));
    expect(err).toContain('nowhere.jsonl');
    expect(code).toBe(2);
  });

  test.each(['', '\n\n'])(
    'without an entry (%j) is nothing to verify, unless it is said to be empty',
    async (text) => {
      const path = file('empty.jsonl', text);
      const { code, out, err } = await run('audit', 'verify', path);
      expect(err).toContain('nothing to verify');
      expect(out).toBe('');
      expect(code).toBe(2);
      expect((await run('audit', 'verify', path, '--head', `0:${CHAIN_START}`)).code).toBe(0);
      expect((await run('audit', 'verify', path, '--head', head)).code).toBe(1);
    },
  );
});
