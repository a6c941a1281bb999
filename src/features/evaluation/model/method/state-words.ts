// What happens to a figure that is absent, zero or negative, where the scheme says something about it.
import { showNumber } from '#engine/explain/show.ts';
import type { ActionPlan, IndicatorPlan } from '#engine/scheme/plan.ts';
import type { Teller } from './teller.ts';

export function stateWords(t: Teller, { missing, zero, negative }: IndicatorPlan): string[] {
  const told: readonly [ActionPlan | undefined, string][] = [
    [missing === 'error' ? undefined : missing, t.say('没有数据的', 'without a figure:')],
    [zero, t.say('数值为零的', 'at zero:')],
    [negative, t.say('数值为负的', 'below zero:')],
  ];
  return told.flatMap(([action, lead]) =>
    action === undefined ? [] : [`${lead}${t.say('', ' ')}${actionWords(t, action)}`],
  );
}

function actionWords(t: Teller, action: ActionPlan): string {
  if (typeof action === 'string') return t.say(ACTIONS[action].zh, ACTIONS[action].en);
  if ('points' in action)
    return t.say(`计 ${showNumber(action.points)} 分`, `${showNumber(action.points)} points`);
  if ('value' in action)
    return t.say(`按 ${showNumber(action.value)} 计`, `taken as ${showNumber(action.value)}`);
  if ('mean_score_by' in action) {
    const by = t.list(action.mean_score_by.map(t.nameOf));
    return t.say(`按同一${by}的平均得分计`, `the mean score of the same ${by}`);
  }
  const median = 'median_by' in action;
  const by = t.list((median ? action.median_by : action.mean_by).map(t.nameOf));
  return median
    ? t.say(`按同一${by}的中位数计`, `taken as the median of the same ${by}`)
    : t.say(`按同一${by}的平均值计`, `taken as the mean of the same ${by}`);
}

const ACTIONS = {
  error: { zh: '不予计分', en: 'no score' },
  zero: { zh: '计 0 分', en: 'no points' },
  full: { zh: '计满分', en: 'the full score' },
  mean_score: { zh: '按其余各家该项的平均得分计', en: 'the mean score of the others' },
  mean: { zh: '按其余各家的平均值计', en: 'taken as the mean of the others' },
  median: { zh: '按其余各家的中位数计', en: 'taken as the median of the others' },
  leave_out: { zh: '该项不计，权重由其余各项分担', en: 'left out, its weight shared by the others' },
} as const;
