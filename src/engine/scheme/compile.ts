// From a scheme's shape to the plan the engine runs: every finding at once, or a plan.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import { compileAdjustments } from './compile/adjustments.ts';
import { type Checker, percentage, report } from './compile/checker.ts';
import { compileClasses } from './compile/classes.ts';
import { compileIndicator } from './compile/score.ts';
import { compileTree } from './compile/tree.ts';
import { checkNamesAreUnique, compileInputs, compileValues } from './compile/values.ts';
import type { Plan } from './plan.ts';
import type { Scheme } from './shape/scheme.ts';

export type Compiled = { readonly plan: Plan | undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Checks a scheme's names, units, weights and quotas and binds them into a plan.
 * `parameters` replaces the stated value of parameters by name; an unknown name is a finding.
 */
export function compileScheme(scheme: Scheme, parameters: Readonly<Record<string, number>> = {}): Compiled {
  const diagnostics: Diagnostic[] = [];
  const checker: Checker = {
    scheme,
    parameters: parameterValues(scheme, parameters),
    symbols: new Map(),
    diagnostics,
  };
  for (const name of Object.keys(parameters)) {
    if (!Object.hasOwn(scheme.parameters ?? {}, name))
      report(checker, 'parameter_unknown', ['parameters'], { name });
  }
  checkNamesAreUnique(checker);
  for (const name of checker.parameters.keys()) checker.symbols.set(name, { kind: 'number' });
  const inputs = compileInputs(checker);
  const values = compileValues(checker);
  const indicators = values.flatMap((value) => {
    const spec = scheme.indicators[value.name];
    return spec === undefined ? [] : [compileIndicator(checker, spec, value)];
  });
  indicators.sort((a, b) => orderOf(scheme, a.name) - orderOf(scheme, b.name));
  const root = compileTree(checker, indicators);
  const plan: Plan = {
    scheme,
    parameters: checker.parameters,
    inputs,
    values,
    indicators,
    root,
    adjustments: compileAdjustments(checker),
    round: scheme.round && { digits: scheme.round.score, rankBy: scheme.round.rank_by ?? 'rounded' },
    alternatives: scheme.alternatives ?? [],
    classes: compileClasses(checker, root),
  };
  return { plan: hasErrors(diagnostics) ? undefined : plan, diagnostics };
}

function orderOf(scheme: Scheme, name: string): number {
  return Object.keys(scheme.indicators).indexOf(name);
}

/** `none` is absent, as a number that is not there is everywhere in the engine. */
function parameterValues(scheme: Scheme, replaced: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(
    Object.entries(scheme.parameters ?? {}).map(([name, { value }]) => [
      name,
      (Object.hasOwn(replaced, name) ? replaced[name] : undefined) ??
        (typeof value === 'number' ? value : (percentage(value) ?? Number.NaN)),
    ]),
  );
}
