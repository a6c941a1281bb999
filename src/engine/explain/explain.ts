// Why this score and class: one subject's way through the scheme as a tree whose parts add up to the score.
import { NO_CLASS } from '../classify/classify.ts';
import type { Run } from '../run/evaluate.ts';
import type { AdjustmentPlan, GroupPlan, NodePlan } from '../scheme/plan.ts';
import { countedPoints, type FiredPoints } from '../score/adjust.ts';
import type { GroupScores } from '../score/totals.ts';
import { textAt } from '../table/column.ts';
import { explainClass } from './class.ts';
import { explainItem, type ExplainedRow } from './item.ts';
import { partFactors } from './parts.ts';
import { namesOf, showNumber, showPoints } from './show.ts';
import type { ExplainNode, Explanation } from './tree.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Sentences and figures leave out the inputs in `hidden`, and what is computed from them. */
export function explainRow(run: Run, row: number, hidden: ReadonlySet<string> = NOTHING): Explanation {
  const score = run.score[row] as number;
  const children = [
    explainGroup({ run, row, hidden }, run.plan.root, 1),
    ...coefficientNode(run, row),
    ...pointsNode(run.plan.adjustments.bonus, run.adjusted.bonus, row, 'bonus'),
    ...pointsNode(run.plan.adjustments.penalty, run.adjusted.penalty, row, 'penalty'),
    ...roundingNode(run, row),
  ];
  const final = run.final[row] as number;
  const name = final === NO_CLASS ? undefined : run.plan.classes?.all[final];
  const shown = showPoints(score);
  const tree: ExplainNode = {
    kind: 'score',
    name: 'score',
    zh: name === undefined ? `综合得分 ${shown}` : `综合得分 ${shown}，${name} 类`,
    en: name === undefined ? `score ${shown}` : `score ${shown}, class ${name}`,
    part: score,
    figures: { score },
    children,
  };
  return { id: textAt(run.dataset.ids, row), score, class: name, tree, classSteps: explainClass(run, row) };
}

/** `factor` turns this group's own score into its part of the total; undefined once a comparison stands above. */
function explainGroup(subject: ExplainedRow, group: GroupPlan, factor: number | undefined): ExplainNode {
  const { run, row } = subject;
  const scores = run.groups.find((candidate) => candidate.plan === group) as GroupScores;
  const own = scores.scores[row] as number;
  const values = group.children.map((child) => valueOf(run, child, row));
  const factors = factor === undefined ? undefined : partFactors(group, values, scores.weights, own);
  const children = group.children.map((child, i) => {
    const share = factors === undefined || factor === undefined ? undefined : factor * (factors[i] as number);
    if (child.kind === 'group') return explainGroup(subject, child, share);
    const value = values[i] as number;
    const part = share === undefined ? undefined : Number.isNaN(value) ? 0 : share * value;
    return explainItem(subject, child.indicator, part, scores.weights[i] as number);
  });
  const isRoot = group === run.plan.root;
  const name = isRoot ? { zh: '指标得分', en: 'indicators' } : namesOf(group, group.name);
  const how = AGGREGATIONS[group.aggregate.kind];
  return {
    kind: 'group',
    name: group.name,
    zh: `${name.zh}：${how.zh} ${showPoints(own)}`,
    en: `${name.en}: ${how.en} ${showPoints(own)}`,
    part: factor === undefined ? undefined : Number.isNaN(own) ? 0 : factor * own,
    figures: { score: own },
    children,
  };
}

const AGGREGATIONS = {
  sum: { zh: '合计', en: 'sum' },
  arithmetic: { zh: '加权平均', en: 'weighted mean' },
  geometric: { zh: '加权几何平均', en: 'weighted geometric mean' },
  harmonic: { zh: '加权调和平均', en: 'weighted harmonic mean' },
  power: { zh: '幂平均', en: 'power mean' },
  copeland: { zh: '两两比较净胜数', en: 'wins less losses' },
} as const;

function valueOf(run: Run, child: NodePlan, row: number): number {
  if (child.kind === 'indicator') return run.items[child.indicator]?.normalised[row] ?? Number.NaN;
  return run.groups.find((candidate) => candidate.plan === child)?.scores[row] ?? Number.NaN;
}

function coefficientNode(run: Run, row: number): ExplainNode[] {
  const plan = run.plan.adjustments.coefficient;
  const coefficient = run.adjusted.coefficient?.[row];
  if (plan === undefined || coefficient === undefined) return [];
  const name = namesOf(plan, plan.kind === 'formula' ? plan.text : plan.by);
  return [
    {
      kind: 'coefficient',
      name: plan.kind === 'formula' ? 'formula' : plan.by,
      zh: `修正系数（${name.zh}）× ${showNumber(coefficient)}`,
      en: `coefficient (${name.en}) × ${showNumber(coefficient)}`,
      part: (run.base[row] as number) * (coefficient - 1),
      figures: { coefficient },
      children: [],
    },
  ];
}

function pointsNode(
  plan: AdjustmentPlan | undefined,
  fired: FiredPoints | undefined,
  row: number,
  kind: 'bonus' | 'penalty',
): ExplainNode[] {
  if (plan === undefined || fired === undefined) return [];
  const sign = kind === 'bonus' ? 1 : -1;
  const total = fired.total[row] as number;
  const { counted, sum } = countedPoints(plan, fired.points, row);
  const children = plan.rules.flatMap((rule, i): ExplainNode[] => {
    const points = fired.points[i]?.[row] ?? 0;
    if (points === 0) return [];
    const name = namesOf(rule, rule.text);
    const counts = counted[i] === true;
    const note = counts
      ? { zh: '', en: '' }
      : { zh: '（同类取高，不计）', en: ' (a larger one of its group counts)' };
    return [
      {
        kind: 'rule',
        name: `${kind} ${i + 1}`,
        zh: `${name.zh} ${showNumber(points)} 分${note.zh}`,
        en: `${name.en}: ${showNumber(points)} points${note.en}`,
        part: counts ? sign * points : 0,
        figures: { points },
        children: [],
      },
    ];
  });
  if (children.length === 0) return [];
  if (sum > total) {
    children.push({
      kind: 'cap',
      name: kind,
      zh: `合计 ${showNumber(sum)} 分，以 ${showNumber(plan.max)} 分封顶`,
      en: `${showNumber(sum)} in all, capped at ${showNumber(plan.max)}`,
      part: sign * (total - sum),
      figures: { max: plan.max },
      children: [],
    });
  }
  const name = kind === 'bonus' ? { zh: '加分', en: 'bonus' } : { zh: '减分', en: 'penalty' };
  return [
    {
      kind,
      name: kind,
      zh: `${name.zh} ${showNumber(total)} 分`,
      en: `${name.en} ${showNumber(total)} points`,
      part: sign * total,
      figures: { points: total },
      children,
    },
  ];
}

function roundingNode(run: Run, row: number): ExplainNode[] {
  const { round } = run.plan;
  const difference = (run.score[row] as number) - (run.exact[row] as number);
  if (round === undefined || difference === 0 || Number.isNaN(difference)) return [];
  return [
    {
      kind: 'rounding',
      name: 'round',
      zh: `四舍五入到 ${round.digits} 位小数`,
      en: `rounded to ${round.digits} decimals`,
      part: difference,
      figures: {},
      children: [],
    },
  ];
}
