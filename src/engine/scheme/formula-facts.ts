// What a formula of a scheme is: its type, its unit, what is wrong with it; and which names it may use, for editors that offer them.
import type { Diagnostic } from '#core/diagnostic.ts';
import { checkFormula, type Symbol } from '../formula/check.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Checker } from './compile/checker.ts';
import { compileInputs, compileValues } from './compile/values.ts';
import { percentage } from './compile/checker.ts';
import type { Labels } from './plan.ts';
import type { Scheme } from './shape/scheme.ts';

export type NameFacts = Labels & {
  readonly name: string;
  readonly section: 'inputs' | 'parameters' | 'measures' | 'indicators';
  readonly kind: Symbol['kind'];
  readonly unit: string | undefined;
};

export type FormulaFacts = {
  readonly type: 'number' | 'flag' | 'category' | 'text' | undefined;
  /** As a reader writes it; undefined where it fits every unit. */
  readonly unit: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

export type FormulaKit = {
  readonly names: readonly NameFacts[];
  readonly facts: (formula: string) => FormulaFacts;
};

/** Names are read once; formulas can then be checked at every keystroke. */
export function formulaKit(scheme: Scheme): FormulaKit {
  const parameters = Object.entries(scheme.parameters ?? {}).map(([name, { value }]): [string, number] => [
    name,
    typeof value === 'number' ? value : (percentage(value) ?? Number.NaN),
  ]);
  const checker: Checker = {
    scheme,
    parameters: new Map(parameters),
    symbols: new Map(),
    diagnostics: [],
  };
  for (const [name] of parameters) checker.symbols.set(name, { kind: 'number' });
  compileInputs(checker);
  compileValues(checker);
  const { symbols } = checker;
  return {
    names: namesOf(scheme, symbols),
    facts: (formula) => {
      const parsed = parseFormula(formula);
      if ('diagnostics' in parsed)
        return { type: undefined, unit: undefined, diagnostics: parsed.diagnostics };
      const { type, unit, diagnostics } = checkFormula(parsed.expr, symbols, []);
      return { type, unit: unit?.text, diagnostics };
    },
  };
}

function namesOf(scheme: Scheme, symbols: ReadonlyMap<string, Symbol>): NameFacts[] {
  const { inputs, parameters = {}, measures = {}, indicators } = scheme;
  const section = (name: NameFacts['section'], things: Readonly<Record<string, Labels>>): NameFacts[] =>
    Object.entries(things).map(([thing, { zh, en }]): NameFacts => {
      const symbol = symbols.get(thing) ?? { kind: 'number' };
      const unit = 'unit' in symbol ? symbol.unit.text : undefined;
      return { name: thing, section: name, zh, en, kind: symbol.kind, unit };
    });
  return [
    ...section('inputs', inputs),
    ...section('parameters', parameters),
    ...section('measures', measures),
    ...section('indicators', indicators),
  ];
}
