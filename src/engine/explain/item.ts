// Why one indicator has its score: the figures, the formula, what they were measured against, and the limits that applied.
import type { Run } from '../run/evaluate.ts';
import { references } from '../formula/analyse.ts';
import type { ActionPlan, IndicatorPlan } from '../scheme/plan.ts';
import type { Item } from '../score/item.ts';
import { valueAt } from '../score/per-group.ts';
import { actionOf, STATE } from '../score/states.ts';
import { namesOf, showNumber, showPoints, withUnit } from './show.ts';
import type { ExplainNode } from './tree.ts';

export type ExplainedRow = {
  readonly run: Run;
  readonly row: number;
  /** Inputs whose figures are not told. */
  readonly hidden: ReadonlySet<string>;
};

export function explainItem(
  subject: ExplainedRow,
  index: number,
  part: number | undefined,
  weight: number,
): ExplainNode {
  const { run, row } = subject;
  const plan = run.plan.indicators[index] as IndicatorPlan;
  const item = run.items[index] as Item;
  const name = namesOf(plan, plan.name);
  const normalised = item.normalised[row] as number;
  const value = item.values[row] as number;
  const valueText = {
    zh: valueSentence(subject, plan, value, 'zh'),
    en: valueSentence(subject, plan, value, 'en'),
  };
  const why = scoreSentence(plan, item, row);
  const points = part === undefined ? { zh: '', en: '' } : pointsSentence(part, weight);
  return {
    kind: 'indicator',
    name: plan.name,
    zh: `${name.zh}：${valueText.zh}；${why.zh}${points.zh}`,
    en: `${name.en}: ${valueText.en}; ${why.en}${points.en}`,
    part,
    figures: { value, normalised, weight, ...figuresOf(subject, plan) },
    children: [],
  };
}

function pointsSentence(part: number, weight: number): { zh: string; en: string } {
  return {
    zh: `，权重 ${showNumber(weight)}，计 ${showPoints(part)} 分`,
    en: `, weight ${showNumber(weight)}, gives ${showPoints(part)} points`,
  };
}

/** Numbers the value is made of, by input name; earlier periods as `tax[-1]`. */
function figuresOf({ run, row, hidden }: ExplainedRow, plan: IndicatorPlan): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { name, lag } of references(plan.expr)) {
    const input = run.plan.inputs.find((candidate) => candidate.name === name);
    if (input?.kind === 'category' || input?.kind === 'text') continue;
    const computed = run.plan.values.find((candidate) => candidate.name === name);
    if (hidden.has(name) || computed?.inputs.some((from) => hidden.has(from)) === true) continue;
    figures[lag === 0 ? name : `${name}[-${lag}]`] = run.context.numbers(name, lag)[row] as number;
  }
  return figures;
}

function valueSentence(subject: ExplainedRow, plan: IndicatorPlan, value: number, lang: 'zh' | 'en'): string {
  const { run } = subject;
  const figures = Object.entries(figuresOf(subject, plan)).map(([key, figure]) => {
    const [name = key, lag = ''] = key.split(/(?=\[)/);
    const source =
      run.plan.inputs.find((i) => i.name === name) ?? run.plan.values.find((v) => v.name === name);
    const label = source === undefined ? name : namesOf(source, name)[lang];
    return `${label}${lag} ${withUnit(figure, source?.unit)}`;
  });
  const result = withUnit(value, plan.unit);
  const from = figures.join(lang === 'zh' ? '、' : ', ');
  // A formula that only names an input has nothing to add to the value.
  if (figures.length === 0 || plan.expr.node === 'name') return result;
  return lang === 'zh' ? `${from}，${plan.text} = ${result}` : `${from}; ${plan.text} = ${result}`;
}

function scoreSentence(plan: IndicatorPlan, item: Item, row: number): { zh: string; en: string } {
  const state = item.states?.[row] ?? STATE.ordinary;
  const action = actionOf(plan, state);
  const result = showNumber(item.normalised[row] as number);
  if (action !== undefined) return actionSentence(state, action, result);
  const { scale } = item;
  const treated = item.treated === undefined ? '' : showNumber(item.scored[row] as number);
  const prefix = {
    zh: treated === '' ? '' : `离群值处理后 ${treated}，`,
    en: treated === '' ? '' : `after treatment ${treated}, `,
  };
  if (scale === undefined) {
    const method = METHOD_NAMES[plan.score.how.method] ?? { zh: '得分', en: 'scores' };
    return { zh: `${prefix.zh}${method.zh} ${result}`, en: `${prefix.en}${method.en} ${result}` };
  }
  const limit = limitSentence(item, row);
  const measured = baselineSentence(plan, scale, row);
  return {
    zh: `${prefix.zh}${measured.zh}，得 ${result}${limit.zh}`,
    en: `${prefix.en}${measured.en}, gives ${result}${limit.en}`,
  };
}

const METHOD_NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  steps: { zh: '按分档表得', en: 'by the step table' },
  rank: { zh: '位次（由低到高）', en: 'rank from the lowest' },
  borda: { zh: '超过的对象数', en: 'subjects outdone:' },
  percentile_rank: { zh: '百分位次', en: 'percentile rank' },
};

function baselineSentence(
  plan: IndicatorPlan,
  scale: NonNullable<Item['scale']>,
  row: number,
): { zh: string; en: string } {
  const span = valueAt(scale.span, row);
  const shift = valueAt(scale.shift, row);
  const { how } = plan.score;
  if (how.method === 'points') return { zh: '按评分计', en: 'as assessed' };
  if (how.method === 'ratio' || how.method === 'fraction_of_max') {
    return { zh: `÷ 基准值 ${showNumber(span)}`, en: `÷ baseline ${showNumber(span)}` };
  }
  if (how.method === 'reverse_ratio') {
    return { zh: `2 − 值 ÷ 基准值 ${showNumber(span)}`, en: `2 − value ÷ baseline ${showNumber(span)}` };
  }
  if (how.method === 'zscore') {
    return {
      zh: `均值 ${showNumber(shift)}、标准差 ${showNumber(span)} 标准化`,
      en: `standardised by mean ${showNumber(shift)} and standard deviation ${showNumber(span)}`,
    };
  }
  const range = `${showNumber(shift)} → ${showNumber(scale.offset)}, ${showNumber(shift + span)} → ${showNumber(scale.offset + scale.gain)}`;
  return { zh: `线性换算（${range}）`, en: `on the line ${range}` };
}

/** Says so when the cap or the floor decided, not the value. */
function limitSentence({ scale, scored, normalised }: Item, row: number): { zh: string; en: string } {
  if (scale === undefined) return { zh: '', en: '' };
  const raw =
    (((scored[row] as number) - valueAt(scale.shift, row)) / valueAt(scale.span, row)) * scale.gain +
    scale.offset;
  const result = normalised[row] as number;
  if (raw > result && result === scale.cap) {
    return { zh: `（原为 ${showNumber(raw)}，封顶）`, en: ` (${showNumber(raw)} before the cap)` };
  }
  if (raw < result && result === scale.floor) {
    return { zh: `（原为 ${showNumber(raw)}，保底）`, en: ` (${showNumber(raw)} before the floor)` };
  }
  return { zh: '', en: '' };
}

const STATE_TEXT: Readonly<Record<number, { zh: string; en: string }>> = {
  [STATE.missing]: { zh: '无数据', en: 'no value' },
  [STATE.zero]: { zh: '数值为零', en: 'the value is zero' },
  [STATE.negative]: { zh: '数值为负', en: 'the value is negative' },
};

function actionSentence(state: number, action: ActionPlan, result: string): { zh: string; en: string } {
  const why = STATE_TEXT[state] ?? { zh: '', en: '' };
  const what = actionText(action);
  return { zh: `${why.zh}，${what.zh}，得 ${result}`, en: `${why.en}, ${what.en}, gives ${result}` };
}

function actionText(action: ActionPlan): { zh: string; en: string } {
  if (typeof action === 'string') return ACTION_TEXT[action];
  if ('points' in action)
    return { zh: `按规定记 ${action.points} 分`, en: `the scheme gives ${action.points} points` };
  if ('value' in action) return { zh: `按 ${action.value} 计`, en: `taken as ${action.value}` };
  const [kind, by] = Object.entries(action)[0] as [keyof typeof GROUP_TEXT, readonly string[]];
  const text = GROUP_TEXT[kind];
  return { zh: `${text.zh}（按 ${by.join('、')} 分组）`, en: `${text.en} (by ${by.join(', ')})` };
}

const ACTION_TEXT = {
  error: { zh: '不予计分', en: 'no score' },
  zero: { zh: '按零分计', en: 'scored zero' },
  full: { zh: '按满分计', en: 'scored full marks' },
  mean_score: { zh: '按其余对象该项平均得分计', en: 'given the mean score of the others' },
  mean: { zh: '按其余对象平均值计', en: 'taken as the mean of the others' },
  median: { zh: '按其余对象中位数计', en: 'taken as the median of the others' },
  leave_out: { zh: '该项不计，权重由其余各项分担', en: 'left out, its weight shared by the other items' },
} as const;

const GROUP_TEXT = {
  mean_score_by: { zh: '按同组平均得分计', en: 'given the mean score of the group' },
  mean_by: { zh: '按同组平均值计', en: 'taken as the mean of the group' },
  median_by: { zh: '按同组中位数计', en: 'taken as the median of the group' },
} as const;
