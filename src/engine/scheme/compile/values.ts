// Inputs, measures and the values of indicators: names, units, and the order in which values can be computed.
import { parseUnit } from '#core/units.ts';
import { references } from '#engine/formula/analyse.ts';
import { parseFormula } from '#engine/formula/parse.ts';
import type { InputPlan, ValuePlan } from '../plan.ts';
import type { Formula } from '../shape/common.ts';
import type { Scheme } from '../shape/scheme.ts';
import { type Checker, checkQuantity, report } from './checker.ts';

type NamedValue = {
  readonly name: string;
  readonly path: readonly [string, string];
  readonly body: {
    value: Formula;
    unit?: string | undefined;
    zh?: string | undefined;
    en?: string | undefined;
  };
};

export function compileInputs(checker: Checker): InputPlan[] {
  return Object.entries(checker.scheme.inputs).map(([name, spec]) => {
    const kind = spec.type ?? 'number';
    const unit = spec.unit === undefined ? undefined : parseUnit(spec.unit);
    if (spec.unit !== undefined && unit === undefined) {
      report(checker, 'unit_unknown', ['inputs', name, 'unit'], { unit: spec.unit });
    }
    checker.symbols.set(name, kind === 'number' && unit !== undefined ? { kind, unit } : { kind });
    return { name, kind, unit: spec.unit, spec, zh: spec.zh, en: spec.en };
  });
}

/** Columns of a result: an input of the same name could not be told from them. */
const RESULT_NAMES: ReadonlySet<string> = new Set([
  'id',
  'base',
  'coefficient',
  'bonus',
  'penalty',
  'score',
  'rank',
  'pool_rank',
  'percent_rank',
  'computed_class',
  'class',
  'reasons',
]);

/** Every name stands for one thing only. */
export function checkNamesAreUnique(checker: Checker): void {
  const { inputs, parameters = {}, measures = {}, indicators } = checker.scheme;
  for (const name of Object.keys(inputs).filter((candidate) => RESULT_NAMES.has(candidate))) {
    report(checker, 'name_reserved', ['inputs', name], { name });
  }
  const owner = new Map<string, string>();
  for (const [section, names] of Object.entries({ inputs, parameters, measures, indicators })) {
    for (const name of Object.keys(names)) {
      const first = owner.get(name);
      if (first !== undefined) report(checker, 'name_taken', [section, name], { name, first });
      else owner.set(name, section);
    }
  }
}

/** Measures and indicators in computing order. A cycle is one finding that names the whole circle. */
export function compileValues(checker: Checker): ValuePlan[] {
  const compiled = new Map<string, ValuePlan>();
  const values = namedValues(checker.scheme);
  // Known from the start: in a circle a name is used before its turn, and the circle alone is to be reported.
  for (const { name } of values) checker.symbols.set(name, { kind: 'number' });
  for (const value of inComputingOrder(checker, values)) {
    const checked = checkQuantity(checker, value.body.value, value.body.unit, value.path);
    if (checked === undefined) continue;
    checker.symbols.set(
      value.name,
      checked.unit === undefined ? { kind: 'number' } : { kind: 'number', unit: checked.unit },
    );
    const inputs = new Set<string>();
    const lags = new Set<number>();
    for (const { name, lag } of references(checked.expr)) {
      const inner = compiled.get(name);
      for (const input of inner?.inputs ?? [name]) inputs.add(input);
      for (const further of inner?.lags ?? [0]) lags.add(lag + further);
    }
    compiled.set(value.name, {
      name: value.name,
      text: checked.text,
      expr: checked.expr,
      unit: value.body.unit ?? checked.unit?.text,
      inputs: [...inputs],
      lags: [...lags],
      zh: value.body.zh,
      en: value.body.en,
    });
  }
  return [...compiled.values()];
}

function namedValues(scheme: Scheme): NamedValue[] {
  const of = (section: 'measures' | 'indicators'): NamedValue[] =>
    Object.entries(scheme[section] ?? {}).map(([name, body]) => ({ name, path: [section, name], body }));
  return [...of('measures'), ...of('indicators')];
}

function inComputingOrder(checker: Checker, values: readonly NamedValue[]): NamedValue[] {
  const byName = new Map(values.map((v) => [v.name, v]));
  const ordered: NamedValue[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (value: NamedValue): void => {
    if (state.get(value.name) === 'done') return;
    if (state.get(value.name) === 'open') {
      const circle = [...trail.slice(trail.indexOf(value.name)), value.name].join(' → ');
      report(checker, 'formula_cycle', [...value.path, 'value'], { circle });
      return;
    }
    state.set(value.name, 'open');
    trail.push(value.name);
    const parsed = parseFormula(String(value.body.value));
    if ('expr' in parsed) {
      for (const { name } of references(parsed.expr)) {
        const next = byName.get(name);
        if (next !== undefined) visit(next);
      }
    }
    trail.pop();
    state.set(value.name, 'done');
    ordered.push(value);
  };
  for (const value of values) visit(value);
  return ordered;
}
