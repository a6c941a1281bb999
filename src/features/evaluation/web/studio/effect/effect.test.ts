import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetToArrow } from '#engine/proof/recompute.ts';
import { syntheticCase } from '#bench/synthetic.ts';
import type { Dial } from '#engine/simulate/dials.ts';
import type { Opened, Questions, Request } from '#features/evaluation/web/engine-worker/messages.ts';
import { createSession } from '#features/evaluation/web/engine-worker/session.ts';
import { groupsOf, moveDial, rangeOf, roundStep, settingOf } from './dial-view.ts';
import { countsOf, matrixOf, moversOf, parkChanges } from './summary.ts';

const { plan, dataset } = syntheticCase(600, 4);
const text = JSON.stringify(plan.scheme);

/** The worker's session, in this thread. */
function opened() {
  const session = createSession(() => 0);
  const ask = <K extends keyof Questions>(kind: K, asks: Questions[K]['asks']): Questions[K]['answers'] =>
    session.answer({ id: 0, kind, asks } as Request);
  const bytes = datasetToArrow(dataset);
  const buffer = bytes.slice().buffer;
  const first: Opened = ask('open', {
    dataset: buffer,
    previous: null,
    scheme: text,
    parameters: {},
    overrides: [{ id: 'E00000003', class: 'D', reason: 'x' }],
  });
  return { ask, first };
}

describe('the session of the worker', () => {
  test('without a change nobody moves, changes by hand included', () => {
    const { ask, first } = opened();
    expect(first.diagnostics).toEqual([]);
    const { outcome } = ask('evaluate', {});
    expect(outcome?.moved).toHaveLength(0);
    expect(outcome?.same).toBe(600);
    expect(first.classes[first.standing?.place[3] ?? 9]).toBe('D');
  });

  test('a setting is the scheme with that number, and the movers add up in every view', () => {
    const { ask, first } = opened();
    const settings = { 'weight:ratio_1': 40, 'weight:ratio_2': 10, 'quota:A': 0.25, 'quota:B': 0.45 };
    const { outcome } = ask('evaluate', { settings });
    const written = structuredClone(plan.scheme);
    Object.assign(written.indicators['ratio_1'] ?? {}, { weight: 40 });
    Object.assign(written.indicators['ratio_2'] ?? {}, { weight: 10 });
    Object.assign(written.classes?.quotas ?? {}, { A: '25%', B: '45%' });
    const other = ask('evaluate', { text: JSON.stringify(written) }).outcome;
    expect(outcome?.after).toEqual(other?.after);
    if (outcome === undefined) throw new Error('there is an outcome');
    const movers = moversOf(outcome, first);
    expect(movers.length).toBeGreaterThan(10);
    expect(movers).toHaveLength(outcome.moved.length);
    const { rows, sums } = matrixOf(outcome);
    expect(rows.reduce((sum, row) => sum + row.sum, 0)).toBe(600);
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(600);
    const best = parkChanges(outcome, first.parkIds).reduce((sum, park) => sum + park.best, 0);
    const [before, after] = [outcome.before, outcome.after].map(
      ({ place }) => countsOf(outcome.classes, place)[0]?.count ?? 0,
    );
    expect(best).toBe((after ?? 0) - (before ?? 0));
    // Everybody whose score rose, and class too, has an indicator that raised it.
    for (const { scoreBefore, scoreAfter, cause, causePoints } of movers) {
      if (scoreBefore === null || scoreAfter === null || scoreAfter === scoreBefore) continue;
      expect(cause).toBeGreaterThanOrEqual(0);
      expect(Math.sign(causePoints)).toBe(Math.sign(scoreAfter - scoreBefore));
    }
  });

  test('the cause is the one an explanation names first in that direction', () => {
    const { ask, first } = opened();
    ask('evaluate', {});
    const { outcome } = ask('evaluate', {
      settings: { 'weight:ratio_1': 35, 'weight:ratio_2': 15 },
    });
    if (outcome === undefined) throw new Error('there is an outcome');
    const mover = moversOf(outcome, first).find(({ cause }) => cause >= 0);
    const { move } = ask('explain', { row: mover?.row ?? 0 });
    const named = move?.changes.find(({ part }) => Math.sign(part) === Math.sign(mover?.causePoints ?? 0));
    expect(named?.name).toBe(outcome.scheme.indicators[mover?.cause ?? 0]?.name);
    expect(named?.part).toBeCloseTo(mover?.causePoints ?? 0, 9);
  });

  test('a faulty scheme leaves findings, and the next one works', () => {
    const { ask } = opened();
    const faulty = ask('evaluate', { text: text.replace('"weight":25', '"weight":24') });
    expect(faulty.outcome).toBeUndefined();
    expect(faulty.diagnostics.map(({ code }) => code)).toContain('weight_sum');
    expect(ask('evaluate', {}).outcome?.moved).toHaveLength(0);
  });
});

const dial = (id: string, kind: Dial['kind'], value: number, within = ''): Dial => ({
  id,
  kind,
  as: kind,
  name: id,
  within,
  keepsSum: kind === 'weight' || kind === 'quota',
  value,
  path: [],
});

describe('dials', () => {
  const weights = [
    dial('a', 'weight', 30, 'total'),
    dial('b', 'weight', 20, 'total'),
    dial('c', 'weight', 50, 'total'),
  ];
  const quotas = [
    dial('A', 'quota', 0.2),
    dial('B', 'quota', 0.4),
    dial('C', 'quota', 0.35),
    dial('D', 'quota', 0.05),
  ];
  const dials = [
    ...weights,
    ...quotas,
    dial('t1', 'threshold', 80),
    dial('t2', 'threshold', 60),
    dial('x', 'cap', 1.5),
  ];

  test('weights give and take, held ones do not, and back is no setting', () => {
    const [a] = weights as [Dial];
    const moved = moveDial(dials, {}, a, 44);
    expect(moved).toEqual({ a: 44, b: 16, c: 40 });
    expect(moveDial(dials, moved, a, 30)).toEqual({});
    expect(moveDial(dials, {}, a, 40, { held: new Set(['c']) })).toEqual({ a: 40, b: 10 });
  });

  test('many small steps lead where one large step leads', () => {
    const [a] = weights as [Dial];
    const steps = Array.from({ length: 28 }, (_, i) => 30.5 + i / 2);
    const walked = steps.reduce((now, value) => moveDial(dials, now, a, value), {});
    expect(walked).toEqual(moveDial(dials, {}, a, 44));
  });

  test('what a person has set stays while the others can give, and gives when they cannot', () => {
    const [a, b] = weights as [Dial, Dial];
    const touched = new Set(['a', 'b']);
    const first = moveDial(dials, {}, a, 44, { touched: new Set(['a']) });
    expect(moveDial(dials, first, b, 30, { touched })).toEqual({ a: 44, b: 30, c: 26 });
    expect(moveDial(dials, { a: 50, c: 30 }, b, 30, { touched: new Set(['a', 'b', 'c']) })).toEqual({
      a: 44,
      b: 30,
      c: 26,
    });
  });

  test('thresholds push one another along', () => {
    const t2 = dials.find(({ id }) => id === 't2') as Dial;
    expect(moveDial(dials, {}, t2, 85)).toEqual({ t1: 85.1, t2: 85 });
  });

  test('every stated number is on its own scale', () => {
    for (const one of dials) {
      const { low, high, step } = rangeOf(dials, one);
      expect(one.value).toBeGreaterThanOrEqual(low);
      expect(one.value).toBeLessThanOrEqual(high);
      expect(step).toBeGreaterThan(0);
    }
    expect(rangeOf(dials, weights[0] as Dial).step).toBe(0.5);
    expect([0.0041, 0.3, 7, 10].map(roundStep)).toEqual([0.005, 0.5, 10, 10]);
  });

  test('shares keep their sum whatever is moved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 6,
        }),
        (moves) => {
          const settings = moves.reduce(
            (now, [at, value]) => moveDial(dials, now, quotas[at] as Dial, value),
            {},
          );
          const sum = quotas.reduce((all, one) => all + settingOf(settings, one), 0);
          expect(sum).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test('groups that have nothing are left out', () => {
    expect(groupsOf(dials).map(({ group }) => group)).toEqual(['weights', 'caps', 'classes']);
  });
});
