// A run as named columns, one row per subject: what is written to files and shown in tables.
import type { Lang } from '#core/diagnostic.ts';
import { NO_CLASS } from '../classify/classify.ts';
import type { GroupPlan } from '../scheme/plan.ts';
import type { Alternative } from '../scheme/shape/scheme.ts';
import { alternativeName, type AlternativeRanking, rankAlternatives } from '../score/alternatives.ts';
import { pointsOf } from '../score/totals.ts';
import type { TextColumn } from '../table/column.ts';
import type { Run } from './evaluate.ts';
import { reasonsOf } from './reasons.ts';

export type ResultColumn = { readonly name: string; readonly zh: string; readonly en: string } & (
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'computed'; readonly at: (row: number) => number }
  | { readonly kind: 'integer'; readonly values: Int32Array; readonly absentBelow?: number }
  | { readonly kind: 'category'; readonly codes: Int32Array | Uint8Array; readonly labels: readonly string[] }
  | { readonly kind: 'text'; readonly column: TextColumn }
  | { readonly kind: 'strings'; readonly at: (row: number) => string }
);

/** A column that is only computed when somebody asks for it. */
type Lazy = { readonly name: string; readonly make: () => ResultColumn };

/** The columns `evaluate --out` writes, in this order. */
export function standardColumns(run: Run, lang: Lang): ResultColumn[] {
  const all = allColumns(run, lang);
  const standard = new Set([
    'id',
    ...(run.plan.classes?.pool ?? []),
    ...run.plan.indicators.flatMap(({ name }) => [`${name}.value`, `${name}.score`]),
    'score',
    'rank',
    'pool_rank',
    ...run.plan.alternatives.map((alternative) => `${alternativeName(alternative)}.rank`),
    'class',
    'reasons',
  ]);
  return all.filter(({ name }) => standard.has(name)).map(({ make }) => make());
}

/** Every name a result offers. */
export function columnNames(run: Run): string[] {
  return allColumns(run, 'zh').map(({ name }) => name);
}

export function resultColumn(run: Run, name: string, lang: Lang): ResultColumn | undefined {
  return allColumns(run, lang)
    .find((column) => column.name === name)
    ?.make();
}

function allColumns(run: Run, lang: Lang): Lazy[] {
  const { classified, plan } = run;
  const lazy = (name: string, zh: string, en: string, body: () => Body): Lazy => ({
    name,
    make: () => ({ name, zh, en, ...body() }),
  });
  const number = (name: string, zh: string, en: string, values: () => Float64Array): Lazy =>
    lazy(name, zh, en, () => ({ kind: 'number', values: values() }));
  const classes = (name: string, zh: string, en: string, codes: Uint8Array): Lazy =>
    lazy(name, zh, en, () => ({ kind: 'category', codes, labels: classLabels(run) }));
  return [
    lazy('id', plan.scheme.id?.zh ?? '编号', plan.scheme.id?.en ?? 'id', () => ({
      kind: 'text',
      column: run.dataset.ids,
    })),
    ...inputColumns(run),
    ...plan.indicators.flatMap((indicator, i) => {
      const zh = indicator.zh ?? indicator.name;
      const en = indicator.en ?? indicator.name;
      return [
        number(`${indicator.name}.value`, zh, en, () => run.items[i]?.values ?? new Float64Array(run.rows)),
        lazy(`${indicator.name}.score`, `${zh}得分`, `${en} score`, () => ({
          kind: 'computed',
          at: itemScoreAt(run, i),
        })),
      ];
    }),
    ...run.groups.slice(0, -1).map(({ plan: group, scores }) => {
      const zh = group.zh ?? group.name;
      return number(`${group.name}.score`, `${zh}得分`, `${group.en ?? group.name} score`, () => scores);
    }),
    number('base', '指标得分', 'base score', () => run.base),
    number(
      'coefficient',
      '修正系数',
      'coefficient',
      () => run.adjusted.coefficient ?? new Float64Array(run.rows).fill(1),
    ),
    number('bonus', '加分', 'bonus', () => run.adjusted.bonus?.total ?? new Float64Array(run.rows)),
    number('penalty', '减分', 'penalty', () => run.adjusted.penalty?.total ?? new Float64Array(run.rows)),
    number('score', '综合得分', 'score', () => run.score),
    lazy('rank', '总排名', 'rank', () => ({
      kind: 'integer',
      values: classified.ranking.rank,
      absentBelow: 1,
    })),
    lazy('pool_rank', '组内排名', 'pool rank', () => ({
      kind: 'integer',
      values: classified.ranking.poolRank,
      absentBelow: 1,
    })),
    number('percent_rank', '百分位', 'percent rank', () => classified.ranking.percentRank),
    ...alternativeColumns(run),
    classes('computed_class', '初评等级', 'computed class', classified.computed),
    classes('class', '等级', 'class', run.final),
    lazy('reasons', '说明', 'reasons', () => ({ kind: 'strings', at: reasonText(run, lang) })),
  ];
}

type Body = ResultColumn extends infer C
  ? C extends ResultColumn
    ? Omit<C, 'name' | 'zh' | 'en'>
    : never
  : never;

/** Ranked once for all the columns they fill. */
function alternativeColumns(run: Run): Lazy[] {
  let rankings: AlternativeRanking[] | undefined;
  return run.plan.alternatives.flatMap((_, i) => {
    const name = alternativeName(run.plan.alternatives[i] as Alternative);
    const column = (key: 'scores' | 'ranks', suffix: string, zh: string): Lazy => ({
      name: `${name}.${suffix}`,
      make: () => {
        rankings ??= rankAlternatives(run);
        const values = rankings[i]?.[key] ?? new Float64Array(run.rows);
        return {
          name: `${name}.${suffix}`,
          zh: `${name} ${zh}`,
          en: `${name} ${suffix}`,
          kind: 'number',
          values,
        };
      },
    });
    return [column('scores', 'score', '得分'), column('ranks', 'rank', '排名')];
  });
}

function inputColumns(run: Run): Lazy[] {
  return run.plan.inputs.map(({ name, kind, zh, en }) => ({
    name,
    make: () => {
      const labels = { name, zh: zh ?? name, en: en ?? name };
      if (kind === 'category') return { ...labels, kind: 'category', ...categoryOf(run, name) };
      if (kind === 'text') return { ...labels, kind: 'text', column: run.context.text(name, 0) };
      return { ...labels, kind: 'number', values: run.context.numbers(name, 0) };
    },
  }));
}

function categoryOf(run: Run, name: string): { codes: Int32Array; labels: readonly string[] } {
  const { codes, labels } = run.context.category(name, 0);
  return { codes, labels };
}

/** Points where the parent adds up, the normalised value where it takes a mean. */
export function itemScores(run: Run, index: number): Float64Array {
  const at = itemScoreAt(run, index);
  return Float64Array.from({ length: run.rows }, (_, row) => at(row));
}

function itemScoreAt(run: Run, index: number): (row: number) => number {
  const normalised = run.items[index]?.normalised ?? new Float64Array(run.rows);
  const parent = run.groups.find(({ plan }) => childOf(plan, index) >= 0);
  if (parent === undefined || parent.plan.aggregate.kind !== 'sum') return (row) => normalised[row] as number;
  const position = childOf(parent.plan, index);
  const weight = parent.weights[position] as number;
  const scale = parent.plan.children[position]?.scale ?? 1;
  return (row) => pointsOf(normalised[row] as number, weight, scale);
}

function childOf(group: GroupPlan, index: number): number {
  return group.children.findIndex((child) => child.kind === 'indicator' && child.indicator === index);
}

function classLabels(run: Run): string[] {
  const labels = new Array<string>(NO_CLASS + 1).fill('');
  run.plan.classes?.all.forEach((name, i) => {
    labels[i] = name;
  });
  return labels;
}

/** Most subjects have nothing to say, so rows are only looked into when some rule can have fired. */
function reasonText(run: Run, lang: Lang): (row: number) => string {
  const quiet =
    run.items.every((item) => item.states === undefined) &&
    run.adjusted.bonus === undefined &&
    run.adjusted.penalty === undefined &&
    run.classified.fired.length === 0 &&
    (run.plan.classes?.exempt.length ?? 0) === 0 &&
    (run.plan.classes?.conditions.size ?? 0) === 0 &&
    run.overrides.size === 0;
  return quiet ? () => '' : (row) => reasonsOf(run, row, lang).join(lang === 'zh' ? '；' : '; ');
}
