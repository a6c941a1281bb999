import { describe, expect, test } from 'vitest';
import { datasetOf, oneIndicator, planOf, type Row } from '#test/kit/scheme-kit.ts';
import { describeFinding } from '../messages.ts';
import { evaluate } from './evaluate.ts';

const inputs = { x: { zh: '税收' }, y: { zh: '用地' } };
const rows: readonly Row[] = [{ id: '甲', x: 2, y: 1 }];
const item = (over: Record<string, unknown>) => ({
  item: { value: 'x', weight: 100, score: 'points', ...over },
});

function said(over: Record<string, unknown>, history: readonly (readonly Row[])[] = []): string[] {
  const plan = planOf(oneIndicator({ inputs, ...over }));
  return evaluate(plan, datasetOf(plan, rows, history)).diagnostics.map(
    (d) => describeFinding(d, 'zh').message,
  );
}

const missing = (inputs_: string, lag = 1) => `方案用到前 ${lag} 期的数据（${inputs_}），但没有提供`;

describe('wherever a scheme reads an earlier period, its figures must be given', () => {
  test.each([
    ['an indicator', { indicators: item({ value: 'x - x[-1]' }) }, missing('x')],
    [
      'a baseline of last year',
      { indicators: item({ value: 'x / y', score: { ratio: { of: 'mean', last_year: true } } }) },
      missing('x, y'),
    ],
    [
      'the subjects a baseline is over',
      { indicators: item({ score: { ratio: { of: 'mean', where: 'y[-2] > 0' } } }) },
      missing('y', 2),
    ],
    [
      'a bonus',
      { adjustments: { bonus: { rules: [{ when: 'growth(x) > 0.2', points: 2 }] } } },
      missing('x'),
    ],
    [
      'an exemption',
      { classes: { quotas: { A: '100%' }, exempt: [{ when: 'x[-1] == 0', class: 'T' }] } },
      missing('x'),
    ],
    [
      'a condition',
      { classes: { quotas: { A: '50%', B: '50%' }, conditions: { A: 'x >= x[-1]' } } },
      missing('x'),
    ],
    [
      'a rule',
      { classes: { quotas: { A: '100%' }, rules: [{ when: 'y[-1] > 3', at_most: 'A' }] } },
      missing('y'),
    ],
  ])('%s', (_, over, line) => {
    expect(said(over)).toEqual([line]);
    const earlier = [{ id: '甲', x: 1, y: 1 }];
    expect(said(over, [earlier, earlier])).toEqual([]);
  });
});

test('a scheme of one period asks for no other', () => {
  expect(said({})).toEqual([]);
});
