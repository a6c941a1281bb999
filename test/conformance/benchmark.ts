// The benchmark task on 1000 generated enterprises, beside the result that pandas, R and three columnar engines agree on.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evaluate } from '#engine/run/evaluate.ts';
import { itemScores } from '#engine/run/result-columns.ts';
import { figuresOf, readRows, type Rows } from '#test/golden/figures.ts';
import { shippedPlan } from '#test/golden/schemes.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { hasReference, REFERENCE_FOLDER } from './reference.ts';

const SOURCE = 'benchmark, 1000 rows';
const exact = checker(SOURCE, 0);
// The expected figures have six decimals.
const printed = checker(SOURCE, 5.000001e-7);

const FOLDER = path.join(REFERENCE_FOLDER, '../bench');
const PYTHON = '/usr/bin/python3';

const canGenerate = hasReference() && succeeds(PYTHON, ['-c', 'import numpy']);

export const notClaimed: readonly NotClaimed[] = canGenerate
  ? []
  : [
      {
        source: SOURCE,
        item: 'skipped',
        count: 10,
        reason: `its figures are generated with ${PYTHON} and numpy, which are not here`,
      },
    ];

export function checks(): Check[] {
  if (!canGenerate) return [];
  const plan = shippedPlan('benchmark');
  const { run, diagnostics } = evaluate(plan, figuresOf(plan, generate(1000), { id: 'id' }));
  if (run === undefined) throw new Error(JSON.stringify(diagnostics));
  const expected = readRows(path.join(FOLDER, 'expected_1000.csv'));
  const column = (name: string): number[] => expected.map((row) => Number(row[name]));
  return [
    ...plan.indicators.map(({ name }, i) => printed(name, itemScores(run, i), column(`s${i + 1}`))),
    printed('score', run.score, column('total')),
    printed('percent rank', run.classified.ranking.percentRank, column('prank')),
    exact('rank in the park', run.classified.ranking.poolRank, column('rank_park')),
    exact(
      'class',
      run.final,
      expected.map((row) => plan.classes?.all.indexOf(row['class'] ?? '')),
    ),
  ];
}

function generate(rows: number): Rows {
  const folder = mkdtempSync(path.join(tmpdir(), 'mujun-benchmark-'));
  try {
    const file = path.join(folder, 'input.csv');
    execFileSync(PYTHON, [path.join(FOLDER, 'gen.py'), String(rows), file]);
    return readRows(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
