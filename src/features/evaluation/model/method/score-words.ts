// How one indicator earns its points, in one sentence: what is divided by what, and how much is needed for the full score.
import type { BaselinePlan, IndicatorPlan } from '#engine/scheme/plan.ts';
import { showNumber } from '#engine/explain/show.ts';
import { baselineWords } from './baseline-words.ts';
import { formulaWords } from './formula-words.ts';
import { stateWords } from './state-words.ts';
import { capital, type Teller } from './teller.ts';

/** `full` are the points of a full score; undefined where points are not added up. */
export function indicatorWords(t: Teller, indicator: IndicatorPlan, full: number | undefined): string {
  const name = t.nameOf(indicator.name);
  const { expr } = indicator;
  // A formula that only names an input says the same thing twice.
  const made = expr.node === 'name' ? name : `${name} = ${formulaWords(t, expr)}`;
  const worth =
    full === undefined ? '' : t.say(`，权重 ${showNumber(full)} 分`, `, weight ${showNumber(full)} points`);
  const treated =
    indicator.treat === undefined
      ? ''
      : t.say('先对过大、过小的数值作平滑处理，', 'extreme values are smoothed first; ');
  const parts = [`${treated}${methodWords(t, indicator, full)}`, ...stateWords(t, indicator)];
  return `${capital(made)}${worth}${t.say('；', '; ')}${parts.join(t.say('；', '; '))}${t.say('。', '.')}`;
}

type Points = (normalised: number) => string;

/** Points of a normalised value, as points or as a share of the full score. */
function pointsOf(t: Teller, outOf: number, full: number | undefined): Points {
  if (full === undefined)
    return (value) => t.say(`${showNumber((value / outOf) * 100)}%`, `${showNumber((value / outOf) * 100)}%`);
  return (value) => {
    const points = showNumber((value / outOf) * full);
    return t.say(`${points} 分`, `${points} points`);
  };
}

function methodWords(t: Teller, indicator: IndicatorPlan, full: number | undefined): string {
  const { score, unit, better } = indicator;
  const { how, outOf } = score;
  const points = pointsOf(t, outOf, full);
  const base = baselineWords(t, indicator);
  const line = (low: string, high: string, from: number, to: number): string =>
    t.say(
      `${low}得 ${points(from)}，${high}得 ${points(to)}，中间按比例计分`,
      `${low} earns ${points(from)}, ${high} earns ${points(to)}, in proportion between`,
    ) + limitWords(t, indicator, points);
  const best = better === 1 ? t.say('最高', 'the highest') : t.say('最低', 'the lowest');
  const order = better === 1 ? t.say('越高', 'higher') : t.say('越低', 'lower');
  switch (how.method) {
    case 'ratio':
      return ratioWords(t, indicator, base(how.base), points);
    case 'reverse_ratio':
      return (
        t.say(
          `越低越好：等于${base(how.base)}得 ${points(1)}，更低的按比例加分，更高的按比例减分`,
          `the lower the better: ${base(how.base)} earns ${points(1)}, less earns more in proportion, more earns less`,
        ) + limitWords(t, indicator, points)
      );
    case 'minmax':
    case 'efficacy':
      return line(base(how.low), base(how.high), how.from, how.to);
    case 'goalposts': {
      const [low, high] = better === 1 ? [how.low, how.high] : [how.high, how.low];
      return line(t.amount(low, unit), t.amount(high, unit), how.from, how.to);
    }
    case 'scaled':
      return line(t.amount(how.low, unit), t.amount(how.high, unit), 0, how.times);
    case 'zscore':
      return t.say(
        `与平均水平相比计分，${order}越好，等于平均水平得 ${points(how.mean)}`,
        `compared with the mean, the ${order} the better; the mean itself earns ${points(how.mean)}`,
      );
    case 'percentile_rank':
    case 'rank':
    case 'borda':
      return t.say(
        `按在参评${t.subjects}中的位次计分，数值${order}得分越高`,
        `by the place among the evaluated ${t.subjects}: the ${order} the value, the more points`,
      );
    case 'fraction_of_max':
      return t.say(
        `最高的得满分，其余按与最高值之比计分`,
        `the highest earns the full score, all others their share of it`,
      );
    case 'distance_to_max':
      return t.say(
        `${best}的得满分，最差的得 0 分，中间按比例计分`,
        `${best} earns the full score, the worst nothing, in proportion between`,
      );
    case 'distance_to_target':
      return t.say(
        `达到 ${t.amount(how.target, unit)} 得满分，最差的得 0 分，中间按比例计分`,
        `${t.amount(how.target, unit)} earns the full score, the worst nothing, in proportion between`,
      );
    case 'distance_to_reference':
      return t.say(
        `达到 ${how.id} 的水平得满分，最差的得 0 分，中间按比例计分`,
        `the level of ${how.id} earns the full score, the worst nothing, in proportion between`,
      );
    case 'steps':
      return stepWords(t, indicator, points);
    case 'points':
      if (indicator.expr.node !== 'name')
        return t.say('算出的数值就是得分', 'the value itself is the number of points');
      return full === undefined || outOf === full
        ? t.say('按核定的分数计', 'as many points as were awarded')
        : t.say(
            `按核定的分数计，${showNumber(outOf)} 分折算为 ${points(outOf)}`,
            `as awarded, ${showNumber(outOf)} being worth ${points(outOf)}`,
          );
  }
}

/** The value at which the full score is reached; beyond it, or short of it, what the limits allow. */
function ratioWords(t: Teller, { score }: IndicatorPlan, base: string, points: Points): string {
  const { cap, floor, outOf } = score;
  const { how } = score;
  const isBest = how.method === 'ratio' && how.base.kind === 'statistic' && isTheBest(how.base);
  const most = isBest
    ? ''
    : cap === outOf
      ? t.say('，超过的不再加分', ', no more beyond it')
      : Number.isFinite(cap)
        ? t.say(`，超过的继续加分，最高 ${points(cap)}`, `, more beyond it, up to ${points(cap)}`)
        : t.say('，超过的继续按比例加分', ', more beyond it in proportion');
  const least =
    Number.isFinite(floor) && floor !== 0
      ? t.say(`，最低 ${points(floor)}`, `, at least ${points(floor)}`)
      : '';
  const times = outOf === 1 ? '' : t.say(` ${showNumber(outOf)} 倍`, ` ${showNumber(outOf)} times over`);
  const full =
    cap === outOf ? t.say('得满分', 'the full score') : t.say(`得 ${points(outOf)}`, points(outOf));
  return t.say(
    `达到${base}${times}${full}，不足的按比例计分${most}${least}`,
    `${base}${times} earns ${full}, less in proportion below${most}${least}`,
  );
}

/** Nobody is beyond the highest value of this year. */
const isTheBest = ({ of, lastYear, times, where }: Extract<BaselinePlan, { kind: 'statistic' }>): boolean =>
  of === 'max' && !lastYear && times >= 1 && where === undefined;

function limitWords(t: Teller, { score: { cap, floor } }: IndicatorPlan, points: Points): string {
  const most = Number.isFinite(cap) ? t.say(`，最高 ${points(cap)}`, `, at most ${points(cap)}`) : '';
  const least = Number.isFinite(floor) ? t.say(`，最低 ${points(floor)}`, `, at least ${points(floor)}`) : '';
  return `${most}${least}`;
}

const STEPS = {
  at_least: { zh: '不低于', en: 'at least' },
  above: { zh: '高于', en: 'above' },
  at_most: { zh: '不高于', en: 'at most' },
  below: { zh: '低于', en: 'below' },
} as const;

function stepWords(t: Teller, { score: { how }, unit }: IndicatorPlan, points: Points): string {
  if (how.method !== 'steps') return '';
  const steps = how.steps.map(({ test, limit, points: earned }) => {
    if (test === 'otherwise') return t.say(`其余得 ${points(earned)}`, `anything else ${points(earned)}`);
    const { zh, en } = STEPS[test];
    const at = t.amount(limit, unit);
    return t.say(`${zh} ${at} 得 ${points(earned)}`, `${en} ${at} earns ${points(earned)}`);
  });
  return steps.join(t.say('，', ', '));
}
