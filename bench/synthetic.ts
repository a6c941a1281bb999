// A scheme of so many ratios and figures to go with it, for measurements of the engine alone.
import { forkRandom, normal, type Random, uniform } from '#engine/simulate/random.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import { loadScheme } from '#engine/scheme/load.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { categoryColumn, type Column, numberColumn, textColumn } from '#engine/table/column.ts';

export type Case = { readonly plan: Plan; readonly dataset: Dataset };

const PARKS = 10;
const SEED = 7;

/** Every indicator has a numerator and a denominator of its own; ten parks, four classes. */
export function syntheticCase(rows: number, indicators: number): Case {
  const keys = Array.from({ length: indicators }, (_, i) => i + 1);
  const scheme = {
    format: 1,
    scheme: 'synthetic',
    version: 1,
    title: { zh: '合成方案', en: 'Synthetic' },
    basis: '合成方案',
    subject: 'enterprise',
    inputs: {
      park: { type: 'category' },
      ...Object.fromEntries(keys.flatMap((k) => [`top_${k}`, `bottom_${k}`].map((name) => [name, {}]))),
    },
    indicators: Object.fromEntries(
      keys.map((k) => [
        `ratio_${k}`,
        {
          value: `top_${k} / bottom_${k}`,
          weight: 100 / indicators,
          score: { ratio: 'weighted_mean', cap: 1.5, floor: 0 },
        },
      ]),
    ),
    classes: { pool: 'park', quotas: { A: '20%', B: '50%', C: '25%', D: '5%' } },
  };
  const { plan, diagnostics } = loadScheme({ text: JSON.stringify(scheme) }, () => undefined);
  if (plan === undefined) throw new Error(`synthetic scheme refused: ${JSON.stringify(diagnostics)}`);
  return { plan, dataset: syntheticData(rows, keys, 0) };
}

/** The same subjects a period later. */
export function nextPeriod({ plan, dataset }: Case): Case {
  const keys = plan.indicators.map((_, i) => i + 1);
  return { plan, dataset: syntheticData(dataset.table.rows, keys, 1) };
}

function syntheticData(rows: number, keys: readonly number[], period: number): Dataset {
  const random = forkRandom(SEED, period);
  const columns = new Map<string, Column>();
  const parks = Array.from({ length: rows }, () => `P${Math.floor(uniform(random) * PARKS)}`);
  columns.set('park', categoryColumn(parks));
  for (const k of keys) {
    columns.set(`top_${k}`, numberColumn(logNormal(rows, 5, random)));
    columns.set(`bottom_${k}`, numberColumn(logNormal(rows, 2.5, random)));
  }
  const ids = textColumn(Array.from({ length: rows }, (_, row) => `E${String(row).padStart(8, '0')}`));
  return { ids, table: { rows, columns } };
}

function logNormal(rows: number, mean: number, random: Random): number[] {
  return Array.from({ length: rows }, () => Math.exp(mean + normal(random)));
}
