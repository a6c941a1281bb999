// Why a subject is in its class: its rank among whom, the places of each class, conditions, rules, manual changes.
import { NO_CLASS } from '../classify/classify.ts';
import type { Run } from '../run/evaluate.ts';
import type { ClassesPlan } from '../scheme/plan.ts';
import { namesOf, showNumber } from './show.ts';
import type { ExplainNode } from './tree.ts';

export function explainClass(run: Run, row: number): ExplainNode[] {
  const plan = run.plan.classes;
  if (plan === undefined) return [rankStep(run, row)];
  const { classified } = run;
  const steps: ExplainNode[] = [];
  const exemption = plan.exempt[classified.exemption[row] as number];
  if (exemption !== undefined) {
    const why = namesOf(exemption, exemption.text);
    steps.push(
      step(
        'exempt',
        `不参加排名：${why.zh}，列 ${exemption.class} 类`,
        `not ranked: ${why.en}; class ${exemption.class}`,
      ),
    );
  } else {
    steps.push(rankStep(run, row), placesStep(run, plan, row));
  }
  const computed = classified.computed[row] as number;
  let current = fallTo(run, plan, row, computed, steps);
  plan.rules.forEach((rule, i) => {
    if (classified.fired[i]?.[row] !== 1) return;
    const why = namesOf(rule, rule.text);
    const effect = EFFECTS[rule.effect];
    const target = rule.class;
    steps.push(
      step(
        `rule ${i + 1}`,
        `${why.zh}：${effect.zh} ${target} 类，由 ${nameOf(plan, current)} 类调整为 ${target} 类`,
        `${why.en}: ${effect.en} class ${target}, moved from ${nameOf(plan, current)} to ${target}`,
      ),
    );
    current = plan.all.indexOf(target);
  });
  const override = run.overrides.get(row);
  if (override !== undefined) {
    const was = nameOf(plan, current);
    steps.push(
      step(
        'override',
        `人工调档：由 ${was} 类调整为 ${override.class} 类，理由：${override.reason}`,
        `changed by hand from ${was} to ${override.class}: ${override.reason}`,
      ),
    );
  }
  return steps;
}

const EFFECTS = {
  at_most: { zh: '最高', en: 'at most' },
  at_least: { zh: '最低', en: 'at least' },
  set: { zh: '直接列', en: 'set to' },
} as const;

function rankStep(run: Run, row: number): ExplainNode {
  const { ranking, pools, poolLabels } = run.classified;
  const rank = ranking.rank[row] as number;
  if (rank === 0) return step('rank', '没有得分，不参加排名', 'has no score and is not ranked');
  const pool = pools[row] as number;
  const total = ranking.order.length;
  const label = poolLabels[pool] ?? '';
  const overall = { zh: `总排名第 ${rank}/${total} 位`, en: `rank ${rank} of ${total}` };
  if (poolLabels.length < 2) return step('rank', overall.zh, overall.en);
  const size = ranking.poolSizes[pool] as number;
  const within = ranking.poolRank[row] as number;
  return step(
    'rank',
    `${overall.zh}，在“${label}”组 ${size} 家中列第 ${within} 位`,
    `${overall.en}; number ${within} of ${size} in "${label}"`,
  );
}

function placesStep(run: Run, plan: ClassesPlan, row: number): ExplainNode {
  const { classified } = run;
  const computed = classified.computed[row] as number;
  const name = nameOf(plan, computed);
  if (plan.thresholds !== undefined) {
    const lines = plan.thresholds.map((t) => `${t.class} ≥ ${showNumber(t.from)}`).join(', ');
    return step('places', `分数线：${lines}；列 ${name} 类`, `thresholds: ${lines}; class ${name}`);
  }
  const last = classified.places[classified.pools[row] as number] ?? [];
  const zh = plan.order.map((c, i) => `${c} 类至第 ${last[i] ?? 0} 位`).join('、');
  const en = plan.order.map((c, i) => `${c} to rank ${last[i] ?? 0}`).join(', ');
  return step('places', `名额：${zh}；列 ${name} 类`, `places: ${en}; class ${name}`);
}

/** Conditions move a subject down one class at a time; each class it did not qualify for is named. */
function fallTo(run: Run, plan: ClassesPlan, row: number, computed: number, steps: ExplainNode[]): number {
  const reached = run.classified.conditioned[row] as number;
  for (let position = computed; position < reached; position++) {
    const name = plan.order[position] ?? '';
    const condition = plan.conditions.get(name)?.text ?? '';
    const next = plan.order[position + 1] ?? '';
    steps.push(
      step(
        'condition',
        `未达到 ${name} 类的条件（${condition}），降为 ${next} 类`,
        `does not meet the condition of ${name} (${condition}): falls to ${next}`,
      ),
    );
  }
  return reached;
}

function nameOf(plan: ClassesPlan, position: number): string {
  return position === NO_CLASS ? '—' : (plan.all[position] ?? '—');
}

function step(name: string, zh: string, en: string): ExplainNode {
  return { kind: 'class', name, zh, en, part: undefined, figures: {}, children: [] };
}
