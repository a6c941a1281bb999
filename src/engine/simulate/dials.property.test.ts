// Moving a number must give what the scheme with that number written into it gives, whatever was moved before.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { datasetOf, planOf, type Row } from '#test/kit/scheme-kit.ts';
import { firms, SCHEMES } from '#test/kit/scheme-zoo.ts';
import { createEvaluator, evaluate, type Run } from '../run/evaluate.ts';
import type { Dataset } from '../run/dataset.ts';
import { editText } from '../scheme/edit.ts';
import type { Plan } from '../scheme/plan.ts';
import { dialEdits } from './dial-edits.ts';
import { type Dial, dialsOf, type Settings, tunePlan } from './dials.ts';

const table = (rows: readonly Row[], plan: Plan): Dataset =>
  datasetOf(plan, rows, [rows.map((row) => ({ ...row, tax: Number(row.tax) + 7 }))]);

/** Weights and quotas keep their sums: what one gets, the next one of its kind gives. */
function settingsOf(dials: readonly Dial[], moves: readonly [at: number, share: number][]): Settings {
  const settings: Record<string, number> = {};
  for (const [at, share] of moves) {
    const dial = dials[at % dials.length];
    if (dial === undefined) continue;
    const value = settings[dial.id] ?? dial.value;
    if (dial.kind !== 'weight' && dial.kind !== 'quota') {
      // Thresholds must stay in order, so they move together.
      const kin = dials.filter(({ kind }) => kind === 'threshold' && dial.kind === 'threshold');
      for (const { id, value: stated } of kin) settings[id] = stated + share;
      if (kin.length === 0) settings[dial.id] = Number((dial.value * (0.5 + share)).toFixed(4));
      continue;
    }
    const giver = dials.find(
      ({ id, kind, within }) => kind === dial.kind && within === dial.within && id !== dial.id,
    );
    if (giver === undefined) continue;
    const given = settings[giver.id] ?? giver.value;
    const step = dial.kind === 'weight' ? 1 : 0.01;
    const amount = Math.min(Math.round((given * share) / step) * step, given);
    settings[dial.id] = Number((value + amount).toFixed(6));
    settings[giver.id] = Number((given - amount).toFixed(6));
  }
  return settings;
}

const moves = fc.array(fc.tuple(fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true })), {
  minLength: 1,
  maxLength: 4,
});

function columnsOf({ final, score, base, items, classified }: Run) {
  const { ranking, computed, places, fired } = classified;
  const { rank, poolRank } = ranking;
  const normalised = items.map((item) => item.normalised);
  return structuredClone({ final, score, base, normalised, rank, poolRank, computed, places, fired });
}

describe.each(Object.keys(SCHEMES))('numbers moved: %s', (name) => {
  const text = stringify(SCHEMES[name]);
  const plan = planOf(SCHEMES[name]);
  const dials = dialsOf(plan);

  test('every dial stands where it says', () => {
    for (const { path } of dials.filter(({ kind }) => kind !== 'times'))
      expect(path.reduce<unknown>((inner, key) => (inner as never)[key], plan.scheme)).toBeDefined();
  });

  test('one after another, each is the scheme with the numbers written into it', () => {
    fc.assert(
      fc.property(firms, fc.array(moves, { minLength: 1, maxLength: 3 }), (rows, series) => {
        const dataset = table(rows, plan);
        const { run: point } = evaluate(plan, dataset);
        fc.pre(point !== undefined && dials.length > 0);
        const evaluator = createEvaluator(plan, dataset, point.context, []);
        for (const move of series) {
          const settings = settingsOf(dials, move);
          const written = planOf(parse(editText(text, dialEdits(plan, settings))) as Record<string, unknown>);
          const alone = evaluate(written, dataset).run;
          fc.pre(alone !== undefined);
          const tuned = evaluator.run({ plan: tunePlan(plan, settings) });
          expect(columnsOf(tuned)).toEqual(columnsOf(alone));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('parameters', () => {
  const numbers = {
    ...SCHEMES['fixed baselines, pools, exemption, rules on figures, ties'],
    parameters: {
      w1: { value: 60 },
      w2: { value: 40 },
      share_a: { value: '20%' },
      share_b: { value: 0.4 },
      top: { value: 1.5 },
      young: { value: 2 },
    },
    indicators: {
      a: { value: 'tax / land', weight: 'w1', score: { ratio: 8, cap: 'top' } },
      b: { value: 'tax / energy', weight: 'w2', score: { ratio: 5, cap: 'top' }, missing: 'zero' },
    },
    classes: {
      exempt: [{ when: 'years < young', class: 'T' }],
      quotas: { A: 'share_a', B: 'share_b', C: '1 - share_a - share_b' },
    },
  };

  test('are dials of what they are used as; where one takes the rest, no sum is kept', () => {
    const found = dialsOf(planOf(numbers)).filter(({ kind }) => kind === 'parameter');
    expect(found.map(({ name, as, keepsSum }) => [name, as, keepsSum])).toEqual([
      ['w1', 'weight', true],
      ['w2', 'weight', true],
      ['share_a', 'quota', false],
      ['share_b', 'quota', false],
      ['top', 'cap', false],
      ['young', 'parameter', false],
    ]);
  });

  test('are written as they were: shares stay per cent', () => {
    const edits = dialEdits(planOf(numbers), { 'parameter:share_a': 0.25, 'parameter:share_b': 0.35 });
    expect(edits).toEqual([
      { path: ['parameters', 'share_a', 'value'], value: '25%' },
      { path: ['parameters', 'share_b', 'value'], value: 0.35 },
    ]);
  });
});
