import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packCapsule, unpackCapsule } from '#platform/files/capsule-file.ts';
import { numberColumn, textColumn } from '../table/column.ts';
import { type Capsule, makeCapsule, verifyCapsule } from './capsule.ts';
import { datasetToArrow, recompute, type RunParts } from './recompute.ts';

const SCHEME = `format: 1
scheme: small
version: 1
title: { zh: 小方案, en: Small }
subject: enterprise
inputs:
  tax: { zh: 税收, en: Tax, unit: 万元, source: 税务局 }
  land: { zh: 用地, en: Land, unit: 亩, min: 0, exclusive: true, source: 自然资源局 }
indicators:
  tax_per_mu: { zh: 亩均税收, en: Tax per mu, value: tax / land, unit: 万元/亩, weight: 100, score: { ratio: 20, cap: 1.5 } }
classes:
  quotas: { A: 25%, B: 50%, C: 25% }
`;

const parts: RunParts = {
  scheme: SCHEME,
  dataset: datasetToArrow({
    ids: textColumn(['甲', '乙', '丙', '丁']),
    table: {
      rows: 4,
      columns: new Map([
        ['tax', numberColumn([100, 50, 75, 20])],
        ['land', numberColumn([4, 5, 6, 7])],
      ]),
    },
  }),
  history: [],
  overrides: [{ id: '丁', class: 'B', reason: '复核' }],
};

function capsule(): Capsule {
  const { recomputed, diagnostics } = recompute(parts);
  if (recomputed === undefined) throw new Error(JSON.stringify(diagnostics));
  return makeCapsule(parts, recomputed, { title: '试算', zone: 'home', run: 'r1' });
}

describe('a capsule', () => {
  test('is verified after any journey, and its file is the same each time', () => {
    const packed = packCapsule(capsule());
    expect(packCapsule(capsule())).toEqual(packed);
    expect(verifyCapsule(unpackCapsule(packed, 'a'))).toEqual({ faults: [], otherEngine: undefined });
  });

  test('of which any byte was altered is found out', () => {
    const whole = capsule();
    const names = Object.keys(whole.files);
    fc.assert(
      fc.property(fc.nat(names.length - 1), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, at, flip) => {
        const name = names[which] ?? '';
        const bytes = Uint8Array.from(whole.files[name] ?? []);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        const report = verifyCapsule({ ...whole, files: { ...whole.files, [name]: bytes } });
        expect(report.faults).toContainEqual({ kind: 'file_altered', name });
      }),
    );
  });

  test('whose maker also forged the hash of a file is found out by computing again', () => {
    const whole = capsule();
    const forged = { ...parts, overrides: [{ id: '丁', class: 'A', reason: '复核' }] };
    const { recomputed } = recompute(forged);
    if (recomputed === undefined) throw new Error('no run');
    const other = makeCapsule(forged, recomputed, { title: '试算', zone: 'home', run: 'r1' });
    const mixed = {
      files: other.files,
      manifest: { ...other.manifest, overrides: whole.manifest.overrides },
    };
    expect(verifyCapsule(mixed).faults.map(({ kind }) => kind)).toEqual([
      'manifest_altered',
      'hash_differs',
      'hash_differs',
      'result_differs',
    ]);
  });

  test.each(['title', 'zone', 'run', 'engine'] as const)(
    'whose %s was altered is found out, and the rest is checked nevertheless',
    (field) => {
      const whole = capsule();
      const altered = { ...whole, manifest: { ...whole.manifest, [field]: 'another' } };
      const { faults, otherEngine } = verifyCapsule(altered);
      expect(faults[0]).toEqual({ kind: 'manifest_altered' });
      expect(otherEngine).toBe(field === 'engine' ? 'another' : undefined);
      // The name of the run has the engine in it.
      expect(faults.slice(1)).toEqual(field === 'engine' ? [{ kind: 'hash_differs', name: 'run' }] : []);
    },
  );

  test('that promises more than anybody has memory for is not unpacked', () => {
    const bomb = zipSync({ 'manifest.json': strToU8('{}'), a: new Uint8Array(9), b: new Uint8Array(9) });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    // The directory at the end says how large each file will be.
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, 400_000_000, true);
    expect(() => unpackCapsule(bomb, 'x.zip')).toThrow('capsule_too_large');
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['another file', readFileSync('package.json')],
    ['half of itself', packCapsule(capsule()).subarray(0, 900)],
  ])('is not %s', (_, bytes) => {
    expect(() => unpackCapsule(bytes, 'x.zip')).toThrow('capsule_not_understood');
  });
});
