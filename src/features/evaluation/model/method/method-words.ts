// A scheme explained to whoever is evaluated by it: how points are earned, how they become a class, what settles it outright.
import type { Lang } from '#core/diagnostic.ts';
import { showNumber } from '#engine/explain/show.ts';
import type { AdjustmentPlan, CoefficientPlan, Plan } from '#engine/scheme/plan.ts';
import { classWords, outrightWords } from './class-words.ts';
import { labelOr } from './formula-words.ts';
import { fullPoints } from './points.ts';
import { indicatorWords } from './score-words.ts';
import { type Teller, tellerOf } from './teller.ts';

export type MethodWords = {
  /** How many indicators make up the total, and how. */
  readonly lead: string;
  /** One sentence for each indicator. */
  readonly points: string[];
  /** What is multiplied, added or taken away afterwards. */
  readonly adjustments: string[];
  readonly classes: string[];
  /** What decides without the score. */
  readonly outright: string[];
};

export function methodWords(plan: Plan, lang: Lang): MethodWords {
  const t = tellerOf(plan, lang);
  const full = fullPoints(plan);
  const { coefficient, bonus, penalty } = plan.adjustments;
  return {
    lead: leadWords(t),
    points: plan.indicators.map((indicator) => indicatorWords(t, indicator, full.get(indicator.name))),
    adjustments: [
      ...(coefficient === undefined ? [] : [coefficientWords(t, coefficient)]),
      ...(bonus === undefined ? [] : [adjustmentWords(t, bonus, true)]),
      ...(penalty === undefined ? [] : [adjustmentWords(t, penalty, false)]),
    ],
    classes: plan.classes === undefined ? [] : classWords(t, plan.classes),
    outright: plan.classes === undefined ? [] : outrightWords(t, plan.classes),
  };
}

const TOTALS = {
  sum: { zh: '各项得分之和', en: 'the sum of their points' },
  arithmetic: { zh: '各项得分的加权平均', en: 'the weighted mean of their scores' },
  geometric: {
    zh: '各项得分的加权几何平均（短板难以由长板弥补）',
    en: 'the weighted geometric mean of their scores, where a weak one is hard to make up for',
  },
  harmonic: {
    zh: '各项得分的加权调和平均（短板难以由长板弥补）',
    en: 'the weighted harmonic mean of their scores, where a weak one is hard to make up for',
  },
  power: { zh: '各项得分的加权幂平均', en: 'the weighted power mean of their scores' },
  copeland: { zh: '逐项两两比较的胜负', en: 'how many others each outdoes, indicator by indicator' },
} as const;

function leadWords(t: Teller): string {
  const { root, indicators, round } = t.plan;
  const groups = root.children.filter((child) => child.kind === 'group');
  const parts = t.list(
    groups.map(({ name, weight }) =>
      root.aggregate.kind === 'sum'
        ? t.say(
            `${t.nameOf(name)} ${showNumber(weight)} 分`,
            `${t.nameOf(name)} ${showNumber(weight)} points`,
          )
        : t.nameOf(name),
    ),
  );
  const within = groups.length < root.children.length ? '' : t.say(`（${parts}）`, ` (${parts})`);
  if (indicators.length === 1)
    return t.say('只评价 1 项指标，总分就是它的得分。', 'One indicator; the total is its score.');
  const { zh, en } = TOTALS[root.aggregate.kind];
  const digits =
    round === undefined
      ? ''
      : t.say(`，保留 ${round.digits} 位小数`, `, rounded to ${round.digits} decimals`);
  return t.say(
    `评价 ${indicators.length} 项指标${within}，总分是${zh}${digits}。`,
    `${indicators.length} indicators${within}; the total is ${en}${digits}.`,
  );
}

function coefficientWords(t: Teller, coefficient: CoefficientPlan): string {
  if (coefficient.kind === 'formula') {
    const by = labelOr(t, coefficient, coefficient.expr);
    return t.say(`各项得分之和再乘以系数：${by}。`, `The sum is multiplied by: ${by}.`);
  }
  const by = t.nameOf(coefficient.by);
  const values = [...coefficient.values].map(([key, value]) => `${key} ${showNumber(value)}`);
  if (coefficient.otherwise !== undefined)
    values.push(`${t.say('其余', 'others')} ${showNumber(coefficient.otherwise)}`);
  return t.say(
    `各项得分之和再按${by}乘以系数：${t.list(values)}。`,
    `The sum is multiplied by a coefficient of ${by}: ${t.list(values)}.`,
  );
}

function adjustmentWords(t: Teller, { max, rules }: AdjustmentPlan, adds: boolean): string {
  const words = rules.map((rule) => {
    const what = labelOr(t, rule, rule.expr);
    const { points } = rule;
    return points.node === 'number'
      ? t.say(`${what} ${showNumber(points.value)} 分`, `${what} ${showNumber(points.value)} points`)
      : points.node === 'name'
        ? t.say(`${what}（按核定的分数）`, `${what} (as awarded)`)
        : what;
  });
  const groups = rules.flatMap(({ group }) => (group === undefined ? [] : [group]));
  const once =
    new Set(groups).size < groups.length
      ? t.say('；同类情形只计最高的一项', '; of one kind only the largest counts')
      : '';
  const most = Number.isFinite(max)
    ? t.say(`；合计最多 ${showNumber(max)} 分`, `; ${showNumber(max)} points at most in all`)
    : '';
  return adds
    ? t.say(`另加：${t.list(words)}${once}${most}。`, `Added: ${t.list(words)}${once}${most}.`)
    : t.say(`另减：${t.list(words)}${once}${most}。`, `Taken away: ${t.list(words)}${once}${most}.`);
}
