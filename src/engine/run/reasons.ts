// What happened to a subject beyond plain scoring, in short words: the `reasons` column of a result.
import type { Lang } from '#core/diagnostic.ts';
import { showNumber } from '../explain/show.ts';
import type { Labels } from '../scheme/plan.ts';
import { countedPoints } from '../score/adjust.ts';
import { STATE } from '../score/states.ts';
import type { Run } from './evaluate.ts';

/** Every rule that fired for a row: missing, zero and negative values, bonus and penalty, exemption, class rules, manual change. */
export function reasonsOf(run: Run, row: number, lang: Lang): string[] {
  return [...stateReasons(run, row, lang), ...pointReasons(run, row, lang), ...classReasons(run, row, lang)];
}

function stateReasons(run: Run, row: number, lang: Lang): string[] {
  return run.plan.indicators.flatMap((indicator, i) => {
    const state = run.items[i]?.states?.[row] ?? STATE.ordinary;
    if (state === STATE.ordinary) return [];
    const text = STATE_TEXT[state]?.[lang] ?? '';
    return [`${nameIn(indicator, indicator.name, lang)}${lang === 'zh' ? '' : ': '}${text}`];
  });
}

const STATE_TEXT: Readonly<Record<number, { zh: string; en: string }>> = {
  [STATE.missing]: { zh: '无数据', en: 'no value' },
  [STATE.zero]: { zh: '为零', en: 'zero' },
  [STATE.negative]: { zh: '为负', en: 'negative' },
};

function pointReasons(run: Run, row: number, lang: Lang): string[] {
  return (['bonus', 'penalty'] as const).flatMap((kind) => {
    const plan = run.plan.adjustments[kind];
    const fired = run.adjusted[kind];
    if (plan === undefined || fired === undefined) return [];
    const { counted } = countedPoints(plan, fired.points, row);
    return plan.rules.flatMap((rule, i) => {
      const points = fired.points[i]?.[row] ?? 0;
      if (points === 0 || counted[i] !== true) return [];
      return [`${nameIn(rule, rule.text, lang)} ${kind === 'bonus' ? '+' : '−'}${showNumber(points)}`];
    });
  });
}

function classReasons(run: Run, row: number, lang: Lang): string[] {
  const plan = run.plan.classes;
  const reasons: string[] = [];
  const exemption = plan?.exempt[run.classified.exemption[row] as number];
  if (exemption !== undefined) reasons.push(nameIn(exemption, exemption.text, lang));
  plan?.rules.forEach((rule, i) => {
    if (run.classified.fired[i]?.[row] === 1) reasons.push(nameIn(rule, rule.text, lang));
  });
  const conditioned = run.classified.conditioned[row] as number;
  const computed = run.classified.computed[row] as number;
  if (conditioned !== computed) {
    const missed = plan?.order[computed] ?? '';
    reasons.push(lang === 'zh' ? `未达 ${missed} 类条件` : `condition of ${missed} not met`);
  }
  const override = run.overrides.get(row);
  if (override !== undefined)
    reasons.push(`${lang === 'zh' ? '人工调档：' : 'changed by hand: '}${override.reason}`);
  return reasons;
}

function nameIn(labels: Labels, otherwise: string, lang: Lang): string {
  return (lang === 'zh' ? (labels.zh ?? labels.en) : (labels.en ?? labels.zh)) ?? otherwise;
}
