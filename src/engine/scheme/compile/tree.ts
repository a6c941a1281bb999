// Weights and the tree of groups; without a tree, one group that holds every indicator.
import type { Path } from '#core/diagnostic.ts';
import { ahpWeights, parseRatio } from '#engine/score/ahp.ts';
import type { AggregationPlan, GroupPlan, IndicatorPlan, NodePlan, WeightingPlan } from '../plan.ts';
import type { Num } from '../shape/common.ts';
import type { Aggregation, Group, Scheme, Weighting } from '../shape/scheme.ts';
import { type Checker, report, resolveNumber } from './checker.ts';

export function compileTree(checker: Checker, indicators: readonly IndicatorPlan[]): GroupPlan {
  const { scheme } = checker;
  const index = new Map(indicators.map((indicator, i) => [indicator.name, i]));
  const used = new Set<string>();
  const spec = scheme.tree ?? flatGroup(scheme);
  const path: Path = scheme.tree === undefined ? ['indicators'] : ['tree'];
  const root = compileGroup(checker, { spec, name: 'total', path, indicators, index, used, depth: 0 });
  for (const { name } of indicators) {
    if (!used.has(name)) report(checker, 'indicator_not_in_tree', ['tree'], { name });
  }
  checkTotal(checker, root);
  return root;
}

function flatGroup(scheme: Scheme): Group {
  const children: Record<string, Num> = {};
  for (const [name, indicator] of Object.entries(scheme.indicators))
    children[name] = indicator.weight ?? Number.NaN;
  return { aggregate: scheme.aggregate, weighting: scheme.weighting, children };
}

type GroupTask = {
  readonly spec: Group;
  readonly name: string;
  readonly path: Path;
  readonly indicators: readonly IndicatorPlan[];
  readonly index: ReadonlyMap<string, number>;
  readonly used: Set<string>;
  readonly depth: number;
};

const MAX_DEPTH = 20;

function compileGroup(checker: Checker, task: GroupTask): GroupPlan {
  const { spec, name, path } = task;
  const weighting = compileWeighting(checker, spec.weighting, Object.keys(spec.children).length, path);
  const given = weighting.kind === 'given';
  const stated =
    spec.weight === undefined ? undefined : resolveNumber(checker, spec.weight, [...path, 'weight']);
  const children: NodePlan[] = [];
  for (const [childName, child] of Object.entries(spec.children)) {
    const at: Path =
      task.path[0] === 'indicators' ? ['indicators', childName, 'weight'] : [...path, 'children', childName];
    const node =
      typeof child === 'object'
        ? compileChildGroup(checker, {
            ...task,
            spec: child,
            name: childName,
            path: at,
            depth: task.depth + 1,
          })
        : compileLeaf(checker, task, childName, child, given, at);
    if (node === undefined) continue;
    if (given && node.weight < 0) report(checker, 'weight_negative', at, { name: childName });
    children.push(node);
  }
  // Weights that are computed share out the group's own weight, so until then every child has an equal part of it.
  const total = stated ?? (task.depth === 0 ? totalWeight(checker) : 1);
  const weighted = given
    ? children
    : children.map((child) => ({ ...child, weight: total / children.length }));
  const aggregate = compileAggregation(spec.aggregate);
  const scale = groupScale(checker, aggregate, weighted, path);
  const labels = { zh: spec.zh, en: spec.en };
  // A group of points inside a sum carries its weight in its own items.
  return {
    kind: 'group',
    name,
    weight: stated ?? scale,
    scale,
    aggregate,
    weighting,
    children: weighted,
    ...labels,
  };
}

function compileChildGroup(checker: Checker, task: GroupTask): GroupPlan | undefined {
  if (task.depth > MAX_DEPTH) {
    report(checker, 'tree_too_deep', task.path, { most: MAX_DEPTH });
    return undefined;
  }
  const taken = task.used.has(task.name) || checker.symbols.has(task.name);
  if (taken)
    report(checker, 'name_taken', task.path, { name: task.name, first: sectionOf(checker, task.name) });
  task.used.add(task.name);
  const group = compileGroup(checker, task);
  const whole = Object.keys(task.spec.children).length === group.children.length;
  if (
    task.spec.weight !== undefined &&
    whole &&
    group.aggregate.kind === 'sum' &&
    group.weighting.kind === 'given'
  ) {
    checkSum(checker, group, group.weight, task.path);
  }
  return group;
}

function sectionOf({ scheme }: Checker, name: string): string {
  const { inputs, parameters = {}, measures = {}, indicators } = scheme;
  const sections = Object.entries({ inputs, parameters, measures, indicators });
  return sections.find(([, names]) => Object.hasOwn(names, name))?.[0] ?? 'tree';
}

function compileLeaf(
  checker: Checker,
  task: GroupTask,
  name: string,
  weight: Num,
  given: boolean,
  path: Path,
): NodePlan | undefined {
  const position = task.index.get(name);
  const indicator = position === undefined ? undefined : task.indicators[position];
  if (position === undefined || indicator === undefined) {
    if (checker.scheme.indicators[name] === undefined)
      report(checker, 'tree_unknown_indicator', path, { name });
    else task.used.add(name);
    return undefined;
  }
  if (task.used.has(name)) report(checker, 'indicator_twice', path, { name });
  task.used.add(name);
  const missing = typeof weight === 'number' && Number.isNaN(weight);
  if (missing && given) report(checker, 'weight_missing', path, { name });
  // A missing weight is reported here, so it must not show a second time as a wrong sum.
  const resolved = missing ? (given ? Number.NaN : 1) : resolveNumber(checker, weight, path);
  if (checker.scheme.tree !== undefined) checkOwnWeight(checker, name, resolved);
  return { kind: 'indicator', name, indicator: position, weight: resolved, scale: indicator.score.outOf };
}

/** With a tree the weights stand there; one beside the indicator may repeat its weight, not contradict it. */
function checkOwnWeight(checker: Checker, name: string, weight: number): void {
  const own = checker.scheme.indicators[name]?.weight;
  if (own === undefined) return;
  const path: Path = ['indicators', name, 'weight'];
  const stated = resolveNumber(checker, own, path);
  if (stated !== weight && !Number.isNaN(stated))
    report(checker, 'weight_differs', path, { name, stated, weight });
}

function compileAggregation(aggregation: Aggregation | undefined): AggregationPlan {
  if (typeof aggregation === 'object') return { kind: 'power', power: aggregation.power };
  return { kind: aggregation ?? 'sum' };
}

function compileWeighting(
  checker: Checker,
  weighting: Weighting | undefined,
  children: number,
  path: Path,
): WeightingPlan {
  if (typeof weighting !== 'object') return { kind: weighting ?? 'given' };
  const at: Path = [...path, 'weighting', 'ahp'];
  const matrix = weighting.ahp.map((row) =>
    row.map((entry) => (typeof entry === 'number' ? entry : parseRatio(entry))),
  );
  if (matrix.length !== children) report(checker, 'ahp_wrong_size', at, { children, rows: matrix.length });
  else checker.diagnostics.push(...ahpWeights(matrix).diagnostics.map((d) => ({ ...d, path: at })));
  return { kind: 'ahp', matrix };
}

function groupScale(
  checker: Checker,
  aggregate: AggregationPlan,
  children: readonly NodePlan[],
  path: Path,
): number {
  if (aggregate.kind === 'copeland') return 1;
  if (aggregate.kind === 'sum') return children.reduce((sum, child) => sum + child.weight, 0);
  const scales = new Set(children.map((child) => child.scale));
  if (scales.size > 1) report(checker, 'scales_differ', path, { scales: [...scales].join(', ') }, 'warning');
  return children[0]?.scale ?? 1;
}

function checkTotal(checker: Checker, root: GroupPlan): void {
  const { weight_total: stated } = checker.scheme;
  if (root.weighting.kind !== 'given' || root.children.length !== countChildren(checker)) return;
  if (stated === undefined && root.aggregate.kind !== 'sum') return;
  checkSum(checker, root, totalWeight(checker), [checker.scheme.tree === undefined ? 'indicators' : 'tree']);
}

/** Children that could not be understood are reported elsewhere; a sum without them would say nothing. */
function countChildren(checker: Checker): number {
  return Object.keys(checker.scheme.tree?.children ?? checker.scheme.indicators).length;
}

function totalWeight(checker: Checker): number {
  const { weight_total: stated } = checker.scheme;
  return stated === undefined ? 100 : resolveNumber(checker, stated, ['weight_total']);
}

function checkSum(checker: Checker, group: GroupPlan, total: number, path: Path): void {
  const sum = group.children.reduce((s, child) => s + child.weight, 0);
  // A sum that is already reported as unreadable is not reported again as wrong.
  if (
    Number.isNaN(sum) ||
    Number.isNaN(total) ||
    Math.abs(sum - total) <= 1e-9 * Math.max(1, Math.abs(total))
  )
    return;
  report(checker, 'weight_sum', path, { sum: Number(sum.toPrecision(12)), total });
}
