// What a value is measured against, in words: a number with its unit, or last year's mean of the same county.
import type { BaselinePlan, IndicatorPlan } from '#engine/scheme/plan.ts';
import { showNumber } from '#engine/explain/show.ts';
import { formulaWords } from './formula-words.ts';
import type { Teller } from './teller.ts';

const STATISTICS = {
  mean: { zh: '平均值', en: 'mean' },
  weighted_mean: { zh: '总体平均值（合计相除）', en: 'overall mean (sum divided by sum)' },
  median: { zh: '中位数', en: 'median' },
  max: { zh: '最高值', en: 'highest value' },
  min: { zh: '最低值', en: 'lowest value' },
} as const;

/** The groups of a score hold for its baselines that name none themselves. */
export function baselineWords(t: Teller, { score, unit }: IndicatorPlan): (base: BaselinePlan) => string {
  return (base) => {
    if (base.kind === 'number') return t.say(` ${t.amount(base.value, unit)} `, t.amount(base.value, unit));
    const by = t.list((base.by.length > 0 ? base.by : score.by).map(t.nameOf));
    const percentile = {
      zh: `第 ${showNumber(base.percentile)} 百分位数`,
      en: `${showNumber(base.percentile)}th percentile`,
    };
    const { zh, en } = base.of === 'percentile' ? percentile : STATISTICS[base.of];
    const where = base.where === undefined ? '' : formulaWords(t, base.where);
    const zhWhere = where === '' ? '' : `（只计${where}的）`;
    const enWhere = where === '' ? '' : ` (only where ${where})`;
    const times = showNumber(base.times);
    return t.say(
      `${base.lastYear ? '上年度' : ''}${by === '' ? '参评' : `同一${by}参评`}${t.subjects}${zhWhere}的${zh}${base.times === 1 ? '' : `的 ${times} 倍`}`,
      `${base.times === 1 ? '' : `${times} times `}the ${en} of the evaluated ${t.subjects}${enWhere}${by === '' ? '' : ` of the same ${by}`}${base.lastYear ? ' last year' : ''}`,
    );
  };
}
