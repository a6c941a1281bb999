import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '#cli/data.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import { evaluate, type Run } from '#engine/run/evaluate.ts';
import { type ResultColumn, resultColumn } from '#engine/run/result-columns.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { textAt } from '#engine/table/column.ts';
import { readRows } from './figures.ts';
import { loadFile } from './schemes.ts';

// A case is a folder: scheme.yaml, input.csv, expected.csv with columns of the result, note.md with the arithmetic behind it;
// input-1.csv holds the period before, and findings.txt the codes of the findings that belong to the case.
const CASES = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const RUNS = await Promise.all(CASES.map(async (name) => [name, await runCase(name)] as const));

async function runCase(name: string): Promise<{ run: Run; findings: string[] }> {
  const at = (file: string): string => path.join(import.meta.dirname, name, file);
  const { plan, diagnostics } = loadFile(at('scheme.yaml'));
  if (plan === undefined) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
  const history = existsSync(at('input-1.csv')) ? [await read(at('input-1.csv'), plan)] : [];
  const evaluated = evaluate(plan, { ...(await read(at('input.csv'), plan)), history });
  const findings = [...diagnostics, ...evaluated.diagnostics];
  if (evaluated.run === undefined) throw new Error(`${name}: ${JSON.stringify(findings)}`);
  return { run: evaluated.run, findings: findings.map(({ code }) => code) };
}

async function read(file: string, plan: Plan): Promise<Dataset> {
  const { dataset, diagnostics } = await readDataset(file, plan);
  if (dataset === undefined) throw new Error(`${file}: ${JSON.stringify(diagnostics)}`);
  return dataset;
}

function cellOf(column: ResultColumn, row: number): string | number {
  switch (column.kind) {
    case 'number':
      return column.values[row] as number;
    case 'integer':
      return (column.values[row] as number) < (column.absentBelow ?? -Infinity) ? Number.NaN : (column.values[row] as number);
    case 'category':
      return column.labels[column.codes[row] as number] ?? '';
    case 'text':
      return textAt(column.column, row);
    case 'strings':
    case 'computed':
      return column.at(row);
  }
}

/** An absent number is an empty cell. */
function agrees(found: string | number | undefined, wanted: string): boolean {
  if (typeof found !== 'number') return found === wanted;
  return wanted === '' ? Number.isNaN(found) : Math.abs(found - Number(wanted)) < 1e-9;
}

describe.each(RUNS)('%s', (name, { run, findings }) => {
  const expected = readRows(path.join(import.meta.dirname, name, 'expected.csv'));

  test.each(Object.keys(expected[0] ?? {}))('%s', (header) => {
    const column = resultColumn(run, header, 'zh');
    if (column === undefined) throw new Error(`no column ${header}`);
    expect(expected).toHaveLength(run.rows);
    const found = expected.map((_, row) => cellOf(column, row));
    expect(expected.flatMap((row, i) => (agrees(found[i], row[header] ?? '') ? [] : [`${i}: ${found[i] ?? ''}`]))).toEqual([]);
  });

  test('findings', () => {
    const file = path.join(import.meta.dirname, name, 'findings.txt');
    const wanted = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    expect(findings).toEqual(wanted);
  });

  test('has a note that says where its numbers come from', () => {
    expect(readFileSync(path.join(import.meta.dirname, name, 'note.md'), 'utf8')).toMatch(/\S/);
  });
});
