import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readDataset } from '#cli/data.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import { evaluate, type Run } from '#engine/run/evaluate.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { classesOf } from '#test/kit/scheme-kit.ts';
import { shippedPlan } from './schemes.ts';

async function read(plan: Plan, name: string): Promise<Dataset> {
  const { dataset, diagnostics } = await readDataset(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), plan);
  expect(diagnostics).toEqual([]);
  if (dataset === undefined) throw new Error(`${name} cannot be read`);
  return dataset;
}

async function runExample(scheme: string, file: string, previous?: string): Promise<{ run: Run; codes: string[] }> {
  const plan = shippedPlan(scheme);
  const history = previous === undefined ? [] : [await read(plan, previous)];
  const { run, diagnostics } = evaluate(plan, { ...(await read(plan, file)), history });
  if (run === undefined) throw new Error(JSON.stringify(diagnostics));
  return { run, codes: diagnostics.map(({ code }) => code) };
}

test('enterprises: headers as offices write them, land in square metres', async () => {
  const { run, codes } = await runExample('huangyan-2022-above-scale', 'enterprises-2022.csv');
  expect(codes).toEqual(['data_unit_converted']);
  // 24 enterprises under 20/40/35/5: 4.8 → 5, 14.4 → 14, 22.8 → 23.
  expect(classesOf(run).toSorted().join('')).toBe(`${'A'.repeat(5)}${'B'.repeat(9)}${'C'.repeat(9)}D`);
});

test.each(['park-assessment-base', 'park-assessment-manufacturing'])('parks of two years: %s', async (scheme) => {
  const { run, codes } = await runExample(scheme, 'parks-2023.csv', 'parks-2022.csv');
  expect(codes).toEqual([]);
  expect([...run.score].every((score) => score > 50 && score <= 100)).toBe(true);
});

test('small enterprises: every figure of QY04 lies on a limit and counts as within', async () => {
  const { run, codes } = await runExample('innovative-sme-2022', 'innovative-sme.csv');
  expect(codes).toEqual([]);
  expect(classesOf(run).join('')).toBe('AABAAAA');
  expect(run.score[3]).toBe(15 + 15 + 20 + 10 + 10 + 20);
});
