// Classes: their order, quotas or thresholds, pools, ties, exemptions, conditions and rules.
import type { Path } from '#core/diagnostic.ts';
import {
  type ClassesPlan,
  type ConditionPlan,
  type ExemptionPlan,
  groupNames,
  type GroupPlan,
  type QuotaPlan,
  type RulePlan,
} from '../plan.ts';
import type { Num } from '../shape/common.ts';
import type { Classes } from '../shape/classes.ts';
import { type Checker, checkCondition, checkGroupNames, report, resolveNumber } from './checker.ts';

/** Shares are kept in billionths: whole numbers, so that no quota depends on binary fractions. */
const BILLION = 1_000_000_000;

/** Conditions, rules and ties may read the scores of the tree's groups by name; exemptions are settled before there are any. */
export function compileClasses(checker: Checker, root: GroupPlan): ClassesPlan | undefined {
  const spec = checker.scheme.classes;
  if (spec === undefined) return undefined;
  if ((spec.quotas === undefined) === (spec.thresholds === undefined)) {
    report(checker, 'quotas_or_thresholds', ['classes']);
  }
  const order = Object.keys(spec.quotas ?? spec.thresholds ?? {});
  const exempt = compileExemptions(checker, spec, order);
  for (const name of groupNames(root)) checker.symbols.set(name, { kind: 'number' });
  const rules = compileRules(checker, spec, order);
  const outside = [
    ...exempt.map((e) => e.class),
    ...rules.map((r) => r.class),
    ...Object.keys(spec.names ?? {}),
  ];
  return {
    order,
    all: [...new Set([...order, ...outside])],
    labels: new Map(Object.entries(spec.names ?? {})),
    pool: checkGroupNames(checker, spec.pool, ['classes', 'pool']),
    exempt,
    ties: compileTies(checker, spec),
    tied: spec.tied ?? 'split',
    quotas: spec.quotas && compileQuotas(checker, spec.quotas, ['classes', 'quotas']),
    poolQuotas: (spec.pool_quotas ?? []).map((entry, i) => ({
      pool: entry.when,
      quotas: compilePoolQuotas(checker, entry.quotas, order, ['classes', 'pool_quotas', i, 'quotas']),
    })),
    rounding: spec.rounding ?? 'half_up',
    thresholds: spec.thresholds && compileThresholds(checker, spec.thresholds),
    conditions: compileConditions(checker, spec, order),
    rules,
  };
}

function compileQuotas(checker: Checker, quotas: Record<string, Num>, path: Path): QuotaPlan {
  let sum = 0;
  const cumulative = Object.entries(quotas).map(([name, share]) => {
    const value = resolveNumber(checker, share, [...path, name]);
    if (value < 0) report(checker, 'quota_negative', [...path, name], { name });
    sum += Math.round(value * BILLION);
    return sum;
  });
  if (!Number.isNaN(sum) && sum !== BILLION)
    report(checker, 'quota_sum', path, { sum: `${sum / (BILLION / 100)}%` });
  return { classes: Object.keys(quotas), cumulative };
}

function compilePoolQuotas(
  checker: Checker,
  quotas: Record<string, Num>,
  order: readonly string[],
  path: Path,
): QuotaPlan {
  const names = Object.keys(quotas);
  if (names.join() !== order.join())
    report(checker, 'quota_classes_differ', path, { expected: order.join(', ') });
  return compileQuotas(checker, quotas, path);
}

function compileThresholds(checker: Checker, thresholds: Record<string, Num>): ClassesPlan['thresholds'] {
  const list = Object.entries(thresholds).map(([name, from]) => ({
    class: name,
    from: resolveNumber(checker, from, ['classes', 'thresholds', name]),
  }));
  list.forEach((entry, i) => {
    const better = list[i - 1];
    if (better !== undefined && entry.from >= better.from) {
      report(checker, 'threshold_order', ['classes', 'thresholds', entry.class], {
        class: entry.class,
        better: better.class,
      });
    }
  });
  return list;
}

function compileExemptions(checker: Checker, spec: Classes, order: readonly string[]): ExemptionPlan[] {
  return (spec.exempt ?? []).flatMap((exemption, i) => {
    const path: Path = ['classes', 'exempt', i];
    const when = checkCondition(checker, exemption.when, [...path, 'when']);
    if (exemption.counts_as !== undefined)
      checkClass(checker, exemption.counts_as, order, [...path, 'counts_as']);
    if (when === undefined) return [];
    const { zh, en } = exemption;
    return [{ ...when, class: exemption.class, countsAs: exemption.counts_as, zh, en }];
  });
}

function compileRules(checker: Checker, spec: Classes, order: readonly string[]): RulePlan[] {
  return (spec.rules ?? []).flatMap((rule, i) => {
    const path: Path = ['classes', 'rules', i];
    const when = checkCondition(checker, rule.when, [...path, 'when']);
    const [effect, name] = effectOf(rule);
    if (effect !== 'set') checkClass(checker, name, order, [...path, effect]);
    return when === undefined ? [] : [{ ...when, effect, class: name, zh: rule.zh, en: rule.en }];
  });
}

function effectOf(rule: NonNullable<Classes['rules']>[number]): [RulePlan['effect'], string] {
  if ('at_most' in rule) return ['at_most', rule.at_most];
  if ('at_least' in rule) return ['at_least', rule.at_least];
  return ['set', rule.set];
}

function compileConditions(
  checker: Checker,
  spec: Classes,
  order: readonly string[],
): Map<string, ConditionPlan> {
  const conditions = new Map<string, ConditionPlan>();
  for (const [name, formula] of Object.entries(spec.conditions ?? {})) {
    const path: Path = ['classes', 'conditions', name];
    checkClass(checker, name, order, path);
    const when = checkCondition(checker, formula, path);
    if (when !== undefined) conditions.set(name, when);
  }
  return conditions;
}

function compileTies(checker: Checker, spec: Classes): ClassesPlan['ties'] {
  return (spec.ties ?? []).map((tie, i) => {
    const [name = '', direction] = tie.split(' ');
    const kind = checker.symbols.get(name)?.kind;
    if (kind === undefined || kind === 'category' || kind === 'text') {
      report(checker, 'tie_unknown', ['classes', 'ties', i], { name });
    }
    return { name, descending: direction === 'desc' };
  });
}

function checkClass(checker: Checker, name: string, order: readonly string[], path: Path): void {
  if (!order.includes(name)) report(checker, 'class_unknown', path, { name, known: order.join(', ') });
}
